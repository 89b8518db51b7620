// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace inflight {

/// What stands in a shell's $'…'.
struct AnsiQuoted
{
    QString value;
    qsizetype size = -1; ///< characters up to and with the closing quote; -1: there is none
};

/// Reads what follows $' (POSIX.1-2024, section 2.2.4): \n, \t, \\, \', \xHH, \NNN, \uHHHH, \UHHHHHHHH and
/// their like.
AnsiQuoted readAnsiQuoted(QStringView text);

} // namespace inflight
