// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QChar>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace inflight {

/// How a table is written, and which of its columns mean what. Columns count from 0; -1: none.
struct TableShape
{
    QChar separator; ///< null: one column
    bool hasHeader = false;
    QStringList columns; ///< their names; without a header: their numbers
    int url = 0;
    int name = -1;
    int method = -1;
    int body = -1;
};

/// What `beginning`, the first lines of an input, is as a table: by a header that names a column of URLs, or
/// by a column that holds them. Nothing when it reads as a list of URLs just as well, or as no table at all.
std::optional<TableShape> guessTable(QStringView beginning);
/// The same for what is said to be a table; finds a shape whatever it is.
TableShape shapeOfTable(QStringView beginning);

/// Lets `column`, a name or a number counting from 1, be the one with the URLs. False when there is none
/// such.
bool chooseColumn(TableShape &shape, const QString &column);

} // namespace inflight
