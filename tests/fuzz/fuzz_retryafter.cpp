// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "net/retrypolicy.h"

#include <QLocale>

using namespace inflight;
using namespace inflight::fuzzing;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray value = Input(data, size).rest();
    const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    const std::optional<milliseconds> wait = parseRetryAfter(value, now);
    if (!wait)
        return 0;
    require(wait->count() >= 0, "nobody waits a negative time");
    require(wait->count() <= 10'000LL * 366 * 86'400'000, "no time overflows");
    const QDateTime then = now.addMSecs(wait->count());
    const QString date = QLocale::c().toString(then, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (then.date().year() <= 9999)
        require(parseRetryAfter(date.toLatin1(), now) == *wait, "as a date it is the same time");
    const QByteArray seconds = QByteArray::number(wait->count() / 1000);
    if (*wait <= std::chrono::hours(365 * 24))
        require(parseRetryAfter(seconds, now) == *wait, "in seconds it is the same time");
    return 0;
}
