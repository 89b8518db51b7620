// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/urlcheck.h"

#include "ui/panes/urlsbox.h"

#include <QtConcurrentRun>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace inflight {

namespace {

/// Characters that are read in well under a frame.
constexpr qsizetype readAtOnce = 50'000;

std::shared_ptr<UrlListReport> read(const QString &text)
{
    return std::make_shared<UrlListReport>(readUrlList(text, Duplicates::Drop));
}

} // namespace

UrlCheck::UrlCheck(UrlsBox &box, QObject *parent)
    : QObject(parent)
    , m_box(box)
{
    m_pause.setInterval(120ms);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &UrlCheck::checkNow);
    connect(&box, &UrlsBox::edited, this, [this] {
        ++m_revision;
        m_pause.start();
    });
    connect(&m_reading, &QFutureWatcherBase::finished, this,
            [this] { take(std::exchange(*m_reading.result(), {}), m_readRevision); });
}

UrlCheck::~UrlCheck()
{
    m_reading.waitForFinished();
}

void UrlCheck::checkNow()
{
    m_pause.stop();
    if (isCurrent() || m_reading.isRunning())
        return;
    QString text = m_box.wholeText();
    if (text.size() <= readAtOnce)
        return take(std::move(*read(text)), m_revision);
    m_readRevision = m_revision;
    m_reading.setFuture(QtConcurrent::run(read, std::move(text)));
}

void UrlCheck::take(UrlListReport report, int revision)
{
    if (revision != m_revision)
        return checkNow(); // Edited while a thread read: what it read is no longer there.
    m_report = std::move(report);
    m_reportedRevision = revision;
    Q_EMIT checked();
}

} // namespace inflight
