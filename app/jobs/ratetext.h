// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/originlimits.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace inflight {

/// The rate that `text` means in the grammar of curl's --rate: N/U or N/MU with a unit of s, m, h or d, such
/// as "5/s", "100/m", "5/15s"; "N" alone is a number an hour, as in curl. An empty text is no limit. Nothing
/// for what cannot be read, for more than one start a millisecond (as in curl) and for a period of more than
/// longestRatePeriod. https://curl.se/docs/manpage.html#--rate
std::optional<RateLimit> rateFromText(QStringView text);
/// The same rate in that grammar, with the largest unit that says it whole; empty for no limit.
QString rateText(RateLimit rate);

} // namespace inflight
