// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/bodysaver.h"

#include "jobs/humantext.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QMimeData>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <algorithm>

namespace inflight {

namespace {

constexpr qint64 sliceSize = 1024 * 1024;

QString write(const Body &body, const QString &path)
{
    QSaveFile file(path);
    bool good = file.open(QIODevice::WriteOnly);
    const QByteArrayView bytes = body.bytes();
    for (qint64 at = 0; good && at < bytes.size(); at += sliceSize) {
        const QByteArrayView slice = bytes.sliced(at, std::min(sliceSize, bytes.size() - at));
        good = file.write(slice.data(), slice.size()) == slice.size();
        body.passed(at, at + slice.size());
    }
    good = good && file.commit();
    const QString place = QDir::toNativeSeparators(path);
    return good ? BodySaver::tr("Saved %1 to %2.").arg(formatBytes(body.size()), place)
                : BodySaver::tr("%1 could not be written: %2.").arg(place, file.errorString());
}

} // namespace

BodySaver::BodySaver(QObject *parent)
    : QObject(parent)
{
    connect(&m_saving, &QFutureWatcherBase::finished, this, [this] { Q_EMIT said(m_saving.result()); });
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] {
        QGuiApplication::clipboard()->setText(m_reading.result());
        Q_EMIT said(tr("The body is on the clipboard."));
    });
}

BodySaver::~BodySaver()
{
    m_saving.waitForFinished();
    m_reading.waitForFinished();
}

void BodySaver::save(const Body &body, const QString &path)
{
    m_saving.setFuture(QtConcurrent::run(write, body, path));
}

void BodySaver::copy(const Content &content)
{
    if (content.text) {
        m_reading.setFuture(
            QtConcurrent::run([text = *content.text] { return QString::fromUtf8(text.bytes()); }));
        return;
    }
    auto *const data = new QMimeData;
    const QString type = QString::fromLatin1(content.type.split(';').constFirst().trimmed());
    data->setData(type.isEmpty() ? QStringLiteral("application/octet-stream") : type,
                  content.bytes.bytes().toByteArray());
    QGuiApplication::clipboard()->setMimeData(data);
    Q_EMIT said(tr("The body is on the clipboard."));
}

} // namespace inflight
