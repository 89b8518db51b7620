// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/table/tablereader.h"

#include "input/table/tablefields.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct TableReaderText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::TableReader)
};

constexpr qsizetype mostOfRecord = 1024 * 1024;
/// How often a record that seems to be whole is looked at.
constexpr int mostTries = 64;

/// Nothing that is quoted in the line opens without closing. One look, not one for every line before it.
bool leavesOpen(QStringView line)
{
    return line.count(u'"') % 2 == 1;
}

} // namespace

void TableReader::line(int number, QStringView text)
{
    m_budget += 4 * text.size();
    read(number, text);
}

void TableReader::read(int number, QStringView text)
{
    if (m_lines.isEmpty()) {
        if (text.trimmed().isEmpty())
            return;
        if (const auto fields = splitRecord(text, m_shape.separator))
            return readRecord(number, *fields, text);
        m_firstLine = number;
    }
    m_lines.append(text.toString());
    m_size += text.size();
    if (m_size > mostOfRecord)
        return giveUp();
    if (m_lines.size() == 1 || !leavesOpen(text))
        return;
    if (++m_tries > mostTries)
        return giveUp();
    const QString record = m_lines.join(u'\n');
    if (const auto fields = splitRecord(record, m_shape.separator)) {
        m_lines.clear();
        m_size = 0;
        m_tries = 0;
        readRecord(m_firstLine, *fields, record);
    }
}

void TableReader::end()
{
    while (!m_lines.isEmpty())
        giveUp();
}

/// The quote does not close: its line is rejected, and those after it are read on their own, unless that was
/// done so often that it would take more time than the input is worth.
void TableReader::giveUp()
{
    const QStringList lines = std::exchange(m_lines, {});
    m_budget -= std::exchange(m_size, 0);
    m_tries = 0;
    const int first = m_firstLine;
    m_intake.reject(first, lines.first(), TableReaderText::tr("a quote \" opens in it that never closes"));
    if (m_budget < 0 && lines.size() > 1) {
        return m_intake.reject(
            first + 1, lines[1],
            TableReaderText::tr("it and the %Ln lines after it belong to a quote that never closes", nullptr,
                                static_cast<int>(lines.size() - 2)));
    }
    for (qsizetype i = 1; i < lines.size(); ++i)
        read(first + static_cast<int>(i), lines[i]);
}

void TableReader::readRecord(int number, const QStringList &fields, QStringView raw)
{
    if (std::exchange(m_expectsHeader, false))
        return;
    const QString url = fields.value(m_shape.url).trimmed();
    if (url.isEmpty()) {
        const bool blank =
            std::ranges::all_of(fields, [](const QString &f) { return f.trimmed().isEmpty(); });
        if (!blank)
            m_intake.reject(
                number, raw,
                TableReaderText::tr("its column \"%1\" is empty").arg(m_shape.columns.value(m_shape.url)));
        return;
    }
    std::shared_ptr<RequestParts> parts;
    if (m_shape.method >= 0 || m_shape.body >= 0) {
        parts = std::make_shared<RequestParts>();
        parts->method = fields.value(m_shape.method).trimmed().toUpper().toUtf8();
        parts->body = fields.value(m_shape.body).toUtf8();
    }
    const QString name = fields.value(m_shape.name).simplified();
    m_intake.take({number, url, name, std::move(parts), Globs::Expanded});
}

} // namespace inflight
