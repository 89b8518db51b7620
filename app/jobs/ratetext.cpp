// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/ratetext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Unit
{
    char16_t letter;
    std::chrono::milliseconds length;
};

constexpr std::array units{Unit{u'd', std::chrono::hours(24)}, Unit{u'h', std::chrono::hours(1)},
                           Unit{u'm', std::chrono::minutes(1)}, Unit{u's', std::chrono::seconds(1)}};

/// A whole number from 1 on, in at most 7 digits: no product of two of them and a unit overflows.
std::optional<int> countFrom(QStringView digits)
{
    const bool areDigits =
        std::ranges::all_of(digits, [](QChar each) { return each >= u'0' && each <= u'9'; });
    const int count = areDigits && digits.size() <= 7 ? digits.toInt() : 0;
    return count > 0 ? std::optional(count) : std::nullopt;
}

std::optional<std::chrono::milliseconds> periodFrom(QStringView text)
{
    const auto unit =
        std::ranges::find_if(units, [text](const Unit &each) { return text.endsWith(QChar(each.letter)); });
    if (unit == units.end())
        return std::nullopt;
    const QStringView digits = text.chopped(1);
    const std::optional<int> count = digits.isEmpty() ? 1 : countFrom(digits);
    return count ? std::optional(*count * unit->length) : std::nullopt;
}

} // namespace

std::optional<RateLimit> rateFromText(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return RateLimit{};
    const qsizetype slash = trimmed.indexOf(u'/');
    const std::optional<int> count = countFrom(slash < 0 ? trimmed : trimmed.first(slash));
    const std::optional<std::chrono::milliseconds> period =
        slash < 0 ? std::chrono::hours(1) : periodFrom(trimmed.sliced(slash + 1));
    if (!count || !period || *period > longestRatePeriod || *count > period->count())
        return std::nullopt;
    return RateLimit{.count = *count, .period = *period};
}

QString rateText(RateLimit rate)
{
    if (!rate.isLimited())
        return {};
    const auto unit = std::ranges::find_if(units, [rate](const Unit &each) {
        return rate.period % each.length == std::chrono::milliseconds(0);
    });
    Q_ASSERT(unit != units.end());
    const qint64 periods = rate.period / unit->length;
    const QString prefix = periods == 1 ? QString() : QString::number(periods);
    return u"%1/%2%3"_s.arg(rate.count).arg(prefix).arg(QChar(unit->letter));
}

} // namespace inflight
