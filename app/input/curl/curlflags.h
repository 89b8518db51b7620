// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>
#include <QStringView>

namespace inflight {

/// What a flag of curl means for a request that is read and not sent by curl.
enum class CurlMeaning : quint8 {
    Method,
    Header,
    Data,
    DataRaw,
    DataUrlEncode,
    Json,
    User,
    Agent,
    Cookie,
    Referer,
    Bearer,
    Range,
    Query, ///< -G
    Head,  ///< -I
    Url,
    Globoff,
    Output, ///< where curl would write: gives the request its name
    Next,
    Nothing,    ///< what curl shows or how it writes
    RunSetting, ///< of the whole run here; said and passed over
    Insecure,   ///< the same, and nothing to be turned off in passing
    Form,
    File,          ///< would read or send a file
    Route,         ///< changes where the request goes
    Authentication ///< other than Basic and Bearer
};

struct CurlFlag
{
    QLatin1StringView name; ///< without its dashes
    char16_t letter = 0;    ///< 0: none
    bool takesValue = false;
    CurlMeaning meaning = CurlMeaning::Nothing;
};

/// Null for a flag that is not known.
const CurlFlag *curlFlag(QStringView name);
const CurlFlag *curlFlag(QChar letter);

} // namespace inflight
