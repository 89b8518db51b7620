// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace inflight {

/// A value as the cells of a table's row.
class Cells
{
public:
    void add(const QString &name, QByteArrayView json);

    /// In the order of the value.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    /// As CSV has it: texts without quotes, nothing for null, other values as JSON.
    [[nodiscard]] QByteArray text(const QString &name) const;
    /// As SQLite has it: whole numbers of 64 bits, other numbers, texts, 0 and 1 for true and false, null;
    /// lists, objects and larger numbers as JSON text.
    [[nodiscard]] QVariant bound(const QString &name) const;

private:
    QStringList m_names;
    QHash<QString, QByteArray> m_json;
};

/// The members of an object; the items of a list as "1", "2"…; another value as "value". `json` is valid.
[[nodiscard]] Cells cellsOf(QByteArrayView json);

} // namespace inflight
