// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pastereading.h"

#include <QtConcurrentRun>

namespace inflight {

namespace {

InputReport readPaste(const QString &text, const ReadingOptions &options, const std::stop_token &stop)
{
    return readInput(text, options, stop);
}

} // namespace

PasteReading::PasteReading(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &PasteReading::done);
}

PasteReading::~PasteReading()
{
    m_stop.request_stop();
    m_watcher.waitForFinished();
}

void PasteReading::start(const QString &text, const ReadingOptions &options)
{
    m_stop.request_stop();
    m_stop = {};
    // Watching another future, the watcher forgets the one before.
    m_watcher.setFuture(QtConcurrent::run(readPaste, text, options, m_stop.get_token()));
}

} // namespace inflight
