// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpdate.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace inflight {

std::optional<QDateTime> parseHttpDate(QByteArrayView text, const QDateTime &now)
{
    constexpr int century = 100;
    const QString whole = QString::fromLatin1(text);
    const QString afterDay = whole.sliced(whole.indexOf(u' ') + 1).simplified();
    const QLocale english = QLocale::c();
    QDateTime date = english.toDateTime(afterDay, u"dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!date.isValid())
        date = english.toDateTime(afterDay, u"MMM d HH:mm:ss yyyy"_s);
    if (!date.isValid()) {
        // Two digits of a year stand for one that is at most 50 years ahead; Qt takes them for 19xx.
        date = english.toDateTime(afterDay, u"dd-MMM-yy HH:mm:ss 'GMT'"_s);
        if (date.isValid() && date.addYears(century) <= now.addYears(century / 2))
            date = date.addYears(century);
    }
    if (!date.isValid())
        return std::nullopt;
    return QDateTime(date.date(), date.time(), Qt::UTC);
}

} // namespace inflight
