// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>
#include <QMetaType>
#include <QString>

#include <optional>

namespace inflight {

/// The classes of expected failure, as the result records name them (contract, section 3).
enum class FaultClass : quint8 {
    Dns,
    Refused,
    Unreachable,
    Tls,
    Proxy,
    TimeoutConnect,
    TimeoutFirstByte,
    TimeoutIdle,
    TimeoutTotal,
    HttpStatus,
    Redirect,
    Truncated,
    Protocol,
    TooLarge,
    Decompression,
    Decode,
    Parse,
    Transform,
    Check,
    Command,
    Write,
    Slow,
    Internal,
    Count
};

/// The name that records and filters use, such as "timeout.first_byte".
QLatin1StringView faultClassName(FaultClass faultClass);
/// The inverse of faultClassName(); nothing for an unknown name.
std::optional<FaultClass> faultClassFromName(QStringView name);

/// An expected failure, as a value. Safe to copy between threads.
struct Fault
{
    FaultClass faultClass = FaultClass::Internal;
    QString stage;   ///< the stage it happened in, such as "fetch"; empty until a stage claims it
    QString message; ///< one translated sentence that a person can act on
};

} // namespace inflight
