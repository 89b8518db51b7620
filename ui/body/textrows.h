// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobcontents.h"
#include "ui/body/rowsource.h"
#include "ui/body/textindex.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace inflight {

/// The rows of a text, with the numbers of their lines.
class TextRows final : public RowSource
{
    Q_DISABLE_COPY_MOVE(TextRows)

public:
    /// `index` is of `body`, which is UTF-8; what is no text in it is shown as U+FFFD.
    TextRows(Body body, std::shared_ptr<const TextIndex> index);

    [[nodiscard]] qint64 rowCount() const override { return m_index->rowCount(); }
    [[nodiscard]] QString text(qint64 row) const override;
    [[nodiscard]] QString label(qint64 row) const override;
    [[nodiscard]] QString widestLabel() const override;
    [[nodiscard]] bool continues(qint64 row) const override;
    [[nodiscard]] qint64 lineCount() const { return m_index->lineCount(); }

    /// The same text for another thread.
    [[nodiscard]] std::unique_ptr<TextRows> copy() const;

private:
    [[nodiscard]] const TextIndex::Row &find(qint64 row) const;

    Body m_body;
    std::shared_ptr<const TextIndex> m_index;
    mutable qint64 m_foundRow = -1; ///< rows are asked for one after the other
    mutable TextIndex::Row m_found;
};

/// A place in rows.
struct RowPlace
{
    qint64 row = 0;
    qsizetype column = 0;
    friend bool operator==(const RowPlace &, const RowPlace &) = default;
};

/// The first place after `from` (or before it, backwards) where `rows` have `words`, whatever their case;
/// round the end if need be, and `from` itself last of all. Takes time in proportion to the text.
[[nodiscard]] std::optional<RowPlace> findInRows(const TextRows &rows, const QString &words, RowPlace from,
                                                 bool backwards, const std::stop_token &stop);

/// The bytes of a body, 16 a row.
class HexRows final : public RowSource
{
    Q_DISABLE_COPY_MOVE(HexRows)

public:
    explicit HexRows(Body body)
        : m_body(std::move(body))
    {}

    [[nodiscard]] qint64 rowCount() const override { return (m_body.size() + 15) / 16; }
    /// "48 65 6c 6c 6f …  Hello": what is no printable ASCII is a point.
    [[nodiscard]] QString text(qint64 row) const override;
    /// The offset of its first byte, in hexadecimal.
    [[nodiscard]] QString label(qint64 row) const override;
    [[nodiscard]] QString widestLabel() const override;

private:
    Body m_body;
};

} // namespace inflight
