// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/filter/filterfault.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <variant>

namespace inflight {

/// One word of a filter's text: `-keyword:value`, or plain text.
struct FilterWord
{
    qsizetype position = 0; ///< in the text, of its first character
    qsizetype length = 0;   ///< in the text, with the dash and the quotes
    bool negated = false;
    QString keyword; ///< lower case, without the colon; empty: plain text
    QString value;   ///< without the quotes
};

/// The words of `text`, which spaces separate. Between double quotes spaces are part of the word; there, a
/// backslash before a double quote makes it one of the value.
std::variant<QList<FilterWord>, FilterFault> filterWords(QStringView text);

/// `value` as a word has it, in quotes where that is needed.
QString filterValue(const QString &value);

} // namespace inflight
