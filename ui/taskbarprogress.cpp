// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/taskbarprogress.h"

#include "ui/sessionbus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace inflight {

TaskbarProgress::TaskbarProgress()
    : m_hasBus(hasSessionBus())
{}

void TaskbarProgress::follow(const RunTotals &totals)
{
    const bool isVisible = totals.unfinished() > 0;
    const int percent = isVisible ? 100 * totals.finished() / totals.all() : -1;
    if (!m_hasBus || percent == m_sentPercent)
        return;
    m_sentPercent = percent;
    send(isVisible ? percent / 100.0 : 0.0, isVisible, totals.unfinished());
}

void TaskbarProgress::send(double progress, bool isVisible, int unfinished)
{
    const QVariantMap properties{{u"progress"_s, progress},
                                 {u"progress-visible"_s, isVisible},
                                 {u"count"_s, qint64{unfinished}},
                                 {u"count-visible"_s, isVisible}};
    QDBusMessage signal = QDBusMessage::createSignal(u"/org/inflight/Inflight"_s,
                                                     u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    signal.setArguments({u"application://org.inflight.Inflight.desktop"_s, properties});
    QDBusConnection::sessionBus().send(signal);
}

} // namespace inflight
