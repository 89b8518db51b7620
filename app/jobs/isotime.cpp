// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/isotime.h"

#include <chrono>

namespace inflight {

namespace {

/// The last `count` digits of `number`.
void writeDigits(char *at, int count, unsigned number)
{
    while (count > 0) {
        at[--count] = static_cast<char>('0' + number % 10);
        number /= 10;
    }
}

} // namespace

QByteArray isoTime(const QDateTime &moment)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(moment.toMSecsSinceEpoch())};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    QByteArray text("0000-00-00T00:00:00.000Z");
    char *const at = text.data();
    writeDigits(at, 4, static_cast<unsigned>(static_cast<int>(date.year())));
    writeDigits(at + 5, 2, static_cast<unsigned>(date.month()));
    writeDigits(at + 8, 2, static_cast<unsigned>(date.day()));
    writeDigits(at + 11, 2, static_cast<unsigned>(clock.hours().count()));
    writeDigits(at + 14, 2, static_cast<unsigned>(clock.minutes().count()));
    writeDigits(at + 17, 2, static_cast<unsigned>(clock.seconds().count()));
    writeDigits(at + 20, 3, static_cast<unsigned>(clock.subseconds().count()));
    return text;
}

} // namespace inflight
