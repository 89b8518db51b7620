// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace inflight {

/// Rows of cells under each other: the first column to the left, the others to the right, two blanks between
/// them. Columns that are empty in every row are left out. Without blanks at the ends of lines.
QStringList alignedRows(const QList<QStringList> &rows);

} // namespace inflight
