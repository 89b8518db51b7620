// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace inflight {

/// What is wrong with the text of a filter, and where.
struct FilterFault
{
    QString message;        ///< one translated sentence
    qsizetype position = 0; ///< of the first character of what is wrong, from 0
    qsizetype length = 0;   ///< of what is wrong, in characters
};

/// The fault with its place in `text`, counting columns from 1: "Column 6, “is:odd”: …".
QString faultText(const FilterFault &fault, QStringView text);

} // namespace inflight
