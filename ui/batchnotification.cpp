// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/batchnotification.h"

#include "jobs/humantext.h"
#include "ui/sessionbus.h"
#include "ui/settingsfile.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QSettings>
#include <QVariantMap>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct BatchNotificationText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::BatchNotification)
};

QString summaryOf(int jobs)
{
    return jobs == 1 ? BatchNotificationText::tr("1 job finished")
                     : BatchNotificationText::tr("%1 jobs finished").arg(formatCount(jobs));
}

QString countsOf(int succeeded, int failed, int cancelled)
{
    QStringList parts{BatchNotificationText::tr("%1 succeeded").arg(formatCount(succeeded))};
    if (failed > 0)
        parts.append(BatchNotificationText::tr("%1 failed").arg(formatCount(failed)));
    if (cancelled > 0)
        parts.append(BatchNotificationText::tr("%1 cancelled").arg(formatCount(cancelled)));
    return parts.join(", "_L1);
}

} // namespace

bool wantsNotifications()
{
    return QSettings(settingsFile(u"settings"_s), QSettings::IniFormat).value("notify"_L1, true).toBool();
}

BatchNotification::BatchNotification(const QWidget &window)
    : m_window(window)
    , m_hasBus(hasSessionBus())
{}

void BatchNotification::follow(const RunTotals &totals)
{
    const bool isUnderWay = totals.unfinished() > 0;
    if (std::exchange(m_isUnderWay, isUnderWay) && !isUnderWay) {
        const auto since = [](int now, int before) { return std::max(0, now - before); };
        if (isWanted())
            send(since(totals.succeeded, m_before.succeeded), since(totals.failed, m_before.failed),
                 since(totals.cancelled, m_before.cancelled));
    }
    // What was there before anything ended here is of an earlier run.
    if (!isUnderWay || totals.ended == 0) {
        m_before = totals;
        return;
    }
    // Those that are run again are none that ended before.
    m_before.succeeded = std::min(m_before.succeeded, totals.succeeded);
    m_before.failed = std::min(m_before.failed, totals.failed);
    m_before.cancelled = std::min(m_before.cancelled, totals.cancelled);
}

/// A window that was closed is no longer asked about.
bool BatchNotification::isWanted() const
{
    return m_hasBus && m_window.isVisible() && !m_window.isActiveWindow() && wantsNotifications();
}

void BatchNotification::send(int succeeded, int failed, int cancelled) const
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
                                                       u"/org/freedesktop/Notifications"_s,
                                                       u"org.freedesktop.Notifications"_s, u"Notify"_s);
    const QVariantMap hints{{u"desktop-entry"_s, u"org.inflight.Inflight"_s}};
    constexpr uint replaced = 0;    // none
    constexpr int asTheServer = -1; // how long it is shown
    call.setArguments({u"Inflight"_s, replaced, u"org.inflight.Inflight"_s,
                       summaryOf(succeeded + failed + cancelled), countsOf(succeeded, failed, cancelled),
                       QStringList(), hints, asTheServer});
    QDBusConnection::sessionBus().asyncCall(call); // where no server is, nothing is lost
}

} // namespace inflight
