// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace inflight {

/// Lines of text that are made when they are looked at, however many there are. Used by one thread at a time.
class RowSource
{
    Q_DISABLE_COPY_MOVE(RowSource)

public:
    RowSource() = default;
    virtual ~RowSource() = default;

    [[nodiscard]] virtual qint64 rowCount() const = 0;
    [[nodiscard]] virtual QString text(qint64 row) const = 0;
    /// What stands beside it, such as its number; may be empty.
    [[nodiscard]] virtual QString label(qint64 row) const = 0;
    /// The widest of all labels.
    [[nodiscard]] virtual QString widestLabel() const = 0;
    /// Whether it goes on the line of the row before, which was too long for one.
    [[nodiscard]] virtual bool continues(qint64) const { return false; }
};

} // namespace inflight
