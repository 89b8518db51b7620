// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/content/csv.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QLocale>

#include "pipeline/slices.h"
#include "pipeline/wording.h"

namespace inflight {

namespace {

struct CsvWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Csv)
};

/// Goes along the text a character at a time.
class Counter
{
public:
    explicit Counter(char separator)
        : m_separator(separator)
    {}

    void add(QByteArrayView piece)
    {
        for (const char c : piece)
            add(c);
    }

    CsvSummary finish()
    {
        m_summary.openQuote = m_state == State::Quoted;
        endRow();
        return m_summary;
    }

private:
    enum class State : quint8 { FieldStart, Bare, Quoted, QuoteInQuoted };

    void add(char c)
    {
        if (m_state == State::Quoted) {
            if (c == '"')
                m_state = State::QuoteInQuoted;
        } else if (c == '"' && m_state != State::Bare) {
            m_state = State::Quoted;
            m_blank = false;
        } else if (c == m_separator) {
            m_state = State::FieldStart;
            m_blank = false;
            ++m_columns;
        } else if (c == '\n' || c == '\r') {
            endRow();
        } else {
            m_state = State::Bare;
            m_blank = false;
        }
    }

    void endRow()
    {
        m_state = State::FieldStart;
        const qint64 columns = std::exchange(m_columns, 1);
        if (std::exchange(m_blank, true))
            return;
        if (++m_summary.rows == 1)
            m_summary.columns = columns;
        if (columns == m_summary.columns)
            return;
        if (++m_summary.ragged == 1) {
            m_summary.firstRagged = m_summary.rows;
            m_summary.raggedColumns = columns;
        }
    }

    char m_separator;
    State m_state = State::FieldStart;
    bool m_blank = true; ///< nothing in this row yet
    qint64 m_columns = 1;
    CsvSummary m_summary;
};

} // namespace

QString CsvSummary::text() const
{
    QString shape = CsvWords::tr("CSV, %1 × %2").arg(rowsText(rows), columnsText(columns));
    if (ragged > 0)
        shape += CsvWords::tr("; %1 of another width (the first is row %2, with %3)")
                     .arg(rowsText(ragged), QLocale().toString(firstRagged), columnsText(raggedColumns));
    if (openQuote)
        shape += CsvWords::tr("; ends inside a quoted field");
    return shape;
}

char csvSeparator(QByteArrayView text)
{
    std::array<qint64, 4> counts{};
    constexpr std::array separators{',', ';', '\t', '|'};
    bool quoted = false;
    for (const char c : text.first(std::min(text.size(), sliceSize))) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r'))
            break;
        const auto *const found = std::ranges::find(separators, c);
        if (!quoted && found != separators.end())
            ++counts[static_cast<std::size_t>(found - separators.begin())];
    }
    return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

Outcome<CsvSummary> summariseCsv(QByteArrayView text, const StageContext &context)
{
    Counter counter(csvSeparator(text));
    const bool all = inSlices(text, context, [&](QByteArrayView slice) {
        counter.add(slice);
        return true;
    });
    if (!all)
        return Cancelled{};
    return counter.finish();
}

} // namespace inflight
