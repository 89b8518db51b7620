// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/sessionbodies.h"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "pipeline/mapping.h"
#include "pipeline/slices.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct SessionBodiesWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Session)
};

QString notWritten(const QString &path, const QString &reason)
{
    return SessionBodiesWords::tr("The body %1 could not be kept: %2.")
        .arg(QDir::toNativeSeparators(path), reason);
}

} // namespace

SessionBodies::SessionBodies(const QString &sessionPath)
    : m_folder(QFileInfo(sessionPath).absoluteFilePath() + ".bodies"_L1)
{}

QString SessionBodies::pathOf(const QByteArray &sha256) const
{
    const QString name = QString::fromLatin1(sha256);
    return m_folder + u'/' + name.first(2) + u'/' + name;
}

std::optional<QString> SessionBodies::put(const QByteArray &sha256, const Body &body)
{
    const QString path = pathOf(sha256);
    if (QFileInfo(path).size() == body.size()) {
        // It may be the part itself, under the name that it got just before the process was killed; or one
        // that the process of before put there and did not live to sync.
        m_unsynced = m_unsynced || !m_hasSynced || !body.file().isEmpty();
        return std::nullopt;
    }
    makeFolder();
    if (!QDir().mkpath(QFileInfo(path).path()))
        return notWritten(path, qt_error_string());
    if (!body.file().isEmpty() &&
        ::link(QFile::encodeName(body.file()).constData(), QFile::encodeName(path).constData()) == 0) {
        m_unsynced = true;
        return std::nullopt;
    }
    if (std::optional<QString> fault = write(path, body))
        return fault;
    m_unsynced = true;
    return std::nullopt;
}

/// For its owner alone.
void SessionBodies::makeFolder() const
{
    QDir().mkdir(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

/// Not by a QSaveFile: that one waits for the disk for each file, and a batch has thousands, for which sync()
/// waits once.
std::optional<QString> SessionBodies::write(const QString &path, const Body &body)
{
    QFile file(path + ".part"_L1);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return notWritten(path, file.errorString());
    const bool all = inSlices(body, {}, [&file](QByteArrayView slice) {
        return file.write(slice.data(), slice.size()) == slice.size();
    });
    // What is written in part has no error of its own.
    const QString reason = file.error() == QFileDevice::NoError ? qt_error_string() : file.errorString();
    file.close();
    if (all &&
        ::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) == 0)
        return std::nullopt;
    const QString fault = notWritten(path, all ? qt_error_string() : reason);
    file.remove();
    return fault;
}

std::optional<Body> SessionBodies::find(const QByteArray &sha256, qint64 size) const
{
    QFile file(pathOf(sha256));
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0 || (size >= 0 && file.size() != size))
        return std::nullopt;
    return Body::mapped(file.handle(), file.size());
}

bool SessionBodies::has(const QByteArray &sha256) const
{
    return ::access(QFile::encodeName(pathOf(sha256)).constData(), R_OK) == 0;
}

std::optional<Body> SessionBodies::findPart(const QString &name) const
{
    QFile file(partPath(name));
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0)
        return std::nullopt;
    return Body::mapped(file.handle(), file.size());
}

/// Not by a link: who goes on with either session writes to its part.
std::optional<QString> SessionBodies::putPart(const QString &name, const QString &file, qint64 size) const
{
    makeFolder();
    const QString path = partPath(name);
    QFile part(file);
    if (!QDir().mkpath(partsFolder()))
        return notWritten(path, qt_error_string());
    if (!part.copy(path))
        return notWritten(path, part.errorString());
    if (size >= 0 && !QFile::resize(path, size))
        return notWritten(path, qt_error_string());
    return std::nullopt;
}

QString SessionBodies::partPath(const QString &name) const
{
    return partsFolder() + u'/' + name;
}

void SessionBodies::syncPart(const QString &path) const
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    ::fdatasync(file);
    ::close(file);
}

void SessionBodies::removePart(const QString &name) const
{
    QFile::remove(partPath(name));
}

void SessionBodies::removePartsBut(const QSet<QString> &names) const
{
    const QStringList all = QDir(partsFolder()).entryList(QDir::Files);
    for (const QString &name : all) {
        if (!names.contains(name))
            removePart(name);
    }
    QDir().rmdir(partsFolder());
    QDir().rmdir(m_folder);
}

QString SessionBodies::boot()
{
    QFile file(u"/proc/sys/kernel/random/boot_id"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

std::optional<QString> SessionBodies::sync()
{
    if (!m_unsynced)
        return std::nullopt;
    // One call for all files of a batch: a call for each would take longer than to fetch them.
    const int folder = ::open(QFile::encodeName(m_folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = folder >= 0 && (::syncfs(folder) == 0 || errno == EINVAL || errno == ENOSYS);
    const QString reason = done ? QString() : qt_error_string();
    if (folder >= 0)
        ::close(folder);
    if (!done)
        return notWritten(m_folder, reason);
    m_unsynced = false;
    m_hasSynced = true;
    return std::nullopt;
}

} // namespace inflight
