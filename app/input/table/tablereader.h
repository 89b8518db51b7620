// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/formatreader.h"
#include "input/intake.h"
#include "input/table/tableshape.h"

#include <QStringList>

namespace inflight {

/// Reads a table, a request a record.
class TableReader final : public LineReader
{
public:
    /// `intake` must outlive this.
    TableReader(Intake &intake, TableShape shape)
        : m_intake(intake)
        , m_shape(std::move(shape))
        , m_expectsHeader(m_shape.hasHeader)
    {}

protected:
    void line(int number, QStringView text) override;
    void end() override;

private:
    void read(int number, QStringView text);
    void readRecord(int number, const QStringList &fields, QStringView raw);
    void giveUp();

    Intake &m_intake;
    TableShape m_shape;
    bool m_expectsHeader;
    /// The lines of a record whose quoted field is not closed yet.
    QStringList m_lines;
    qsizetype m_size = 0; ///< their characters
    int m_firstLine = 0;
    int m_tries = 0;
    qsizetype m_budget = 0; ///< characters that may be read a second time
};

} // namespace inflight
