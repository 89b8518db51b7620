// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/folderexporter.h"

#include "pipeline/contentdisposition.h"
#include "pipeline/safename.h"
#include "pipeline/slices.h"
#include "store/export/plainbody.h"
#include "store/recordjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <limits>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct FolderExporterText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::FolderExporter)
};

/// In the order of ids where names are sorted as texts.
QString fileName(const FinishedJob &job)
{
    const JobRecord &record = *job.record;
    const QUrl url(record.finalUrl.isEmpty() ? record.url : record.finalUrl);
    const QString proposed = proposedFileName(headerValue(record.headers, "content-disposition"));
    constexpr int digits = 6;
    return u"%1-%2"_s.arg(record.id, digits, 10, QLatin1Char('0'))
        .arg(safeFileName(url, record.contentType.toUtf8(), proposed));
}

bool holds(const QString &path, const Body &body)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() != body.size())
        return false;
    return inSlices(body, {}, [&file](QByteArrayView slice) { return file.read(slice.size()) == slice; });
}

/// The record with the name of its body.
QByteArray indexLine(const JobRecord &record, const QString &name, Secrets secrets)
{
    // Names are safe segments, and those have no quotes, backslashes or control characters.
    const QByteArray file = name.isEmpty() ? "null" : '"' + name.toUtf8() + '"';
    return "{\"file\":" + file + ',' + recordToJsonLine(record, secrets).sliced(1);
}

} // namespace

FolderExporter::FolderExporter(const QString &path, Secrets secrets)
    : m_folder(QFileInfo(path).absoluteFilePath())
    , m_secrets(secrets)
    , m_index(QDir(m_folder).filePath(u"index.jsonl"_s))
{}

std::optional<QString> FolderExporter::open()
{
    if (!QDir().mkpath(m_folder)) {
        const QString reason =
            QFileInfo::exists(m_folder) ? FolderExporterText::tr("it is no folder") : qt_error_string();
        return FolderExporterText::tr("the folder \"%1\" cannot be made: %2").arg(m_folder, reason);
    }
    return m_index.open();
}

std::optional<QString> FolderExporter::write(const FinishedJob &job)
{
    QString name;
    if (job.body.size() > 0) {
        if (auto error = putBody(job, name))
            return error;
    }
    return m_index.write(indexLine(*job.record, name, m_secrets));
}

/// Finds a name that is free, or has this body already.
std::optional<QString> FolderExporter::putBody(const FinishedJob &job, QString &name)
{
    const Body body = plainBody(job, std::numeric_limits<qint64>::max()).body;
    const QString wanted = fileName(job);
    QFile file(QDir(m_folder).filePath(u".%1.part"_s.arg(job.record->id)));
    file.remove(); // of a run that was killed
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failure(wanted, file.errorString());
    const bool all = inSlices(body, {}, [&file](QByteArrayView slice) {
        return file.write(slice.data(), slice.size()) == slice.size();
    });
    if (!all || !file.flush()) {
        const QString reason = file.errorString();
        file.remove();
        return failure(wanted, reason);
    }
    file.close();
    for (int number = 1;; ++number) {
        name = numberedName(wanted, number);
        const QString path = QDir(m_folder).filePath(name);
        // Never takes the place of what is there.
        if (file.rename(path))
            return std::nullopt;
        const bool isTaken = QFileInfo::exists(path);
        if (isTaken && !holds(path, body))
            continue;
        const QString reason = file.errorString();
        file.remove();
        return isTaken ? std::nullopt : std::optional(failure(name, reason));
    }
}

std::optional<QString> FolderExporter::commit()
{
    // One call for all bodies: a call for each would take longer than to fetch them.
    const int folder = ::open(QFile::encodeName(m_folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool kept = folder >= 0 && (::syncfs(folder) == 0 || errno == EINVAL || errno == ENOSYS);
    const QString reason = kept ? QString() : qt_error_string();
    if (folder >= 0)
        ::close(folder);
    return kept ? m_index.commit() : failure(u"."_s, reason);
}

QString FolderExporter::failure(const QString &name, const QString &reason) const
{
    return FolderExporterText::tr("\"%1\" cannot be written: %2").arg(QDir(m_folder).filePath(name), reason);
}

} // namespace inflight
