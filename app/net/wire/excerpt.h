// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <algorithm>

namespace inflight {

/// The beginning of what a server sent, fit for a message: whatever is not printable ASCII becomes a dot, so
/// that it can neither break lines nor steer a terminal.
inline QString excerptOf(QByteArrayView bytes)
{
    constexpr qsizetype most = 20;
    QString text;
    for (const char c : bytes.first(std::min(bytes.size(), most)))
        text += c >= 0x20 && c <= 0x7e ? QLatin1Char(c) : QChar(u'·');
    return text;
}

} // namespace inflight
