// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"
#include "net/redaction.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace inflight {

/// A value in a table of records; nothing where there is none.
using RecordCell = std::variant<std::monostate, qint64, double, QString>;

/// One column of such a table. A value.
struct RecordColumn
{
    enum class Type : quint8 { Whole, Real, Text };

    QString name; ///< as records call it, such as "final_url"; parts of them as "error_class"
    Type type = Type::Text;
    bool usual = false; ///< among those that tables have unless told otherwise
    RecordCell (*cell)(const JobRecord &record, Secrets secrets) = nullptr;
};

/// Every column there is, in the order of the record.
[[nodiscard]] const QList<RecordColumn> &recordColumns();
[[nodiscard]] QStringList recordColumnNames();
[[nodiscard]] QStringList usualColumnNames();
/// The columns of these names, in their order; those that are usual when there are none. All must exist.
[[nodiscard]] QList<RecordColumn> recordColumnsByName(const QStringList &names);
/// The first of `names` that is no column.
[[nodiscard]] std::optional<QString> unknownColumn(const QStringList &names);

} // namespace inflight
