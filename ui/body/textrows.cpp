// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/textrows.h"

#include "ui/panes/html.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

TextRows::TextRows(Body body, std::shared_ptr<const TextIndex> index)
    : m_body(std::move(body))
    , m_index(std::move(index))
{}

std::unique_ptr<TextRows> TextRows::copy() const
{
    return std::make_unique<TextRows>(m_body, m_index);
}

const TextIndex::Row &TextRows::find(qint64 row) const
{
    if (m_foundRow >= 0 && row == m_foundRow + 1)
        m_found = TextIndex::after(m_body.bytes(), m_found);
    else if (row != m_foundRow)
        m_found = m_index->at(m_body.bytes(), row);
    m_foundRow = row;
    return m_found;
}

QString TextRows::text(qint64 row) const
{
    const TextIndex::Row &found = find(row);
    return Html::plain(QString::fromUtf8(m_body.bytes().sliced(found.begin, found.end - found.begin)));
}

QString TextRows::label(qint64 row) const
{
    const TextIndex::Row &found = find(row);
    return found.starts ? QLocale().toString(found.line + 1) : QString();
}

QString TextRows::widestLabel() const
{
    return QLocale().toString(m_index->lineCount());
}

bool TextRows::continues(qint64 row) const
{
    return !find(row).starts;
}

namespace {

/// Text of `row`, and of what goes on its line as far as words that begin in it may reach.
QString searched(const TextRows &rows, qint64 row, qsizetype reach)
{
    QString text = rows.text(row);
    if (row + 1 < rows.rowCount() && rows.continues(row + 1))
        text += rows.text(row + 1).left(reach);
    return text;
}

} // namespace

std::optional<RowPlace> findInRows(const TextRows &rows, const QString &words, RowPlace from, bool backwards,
                                   const std::stop_token &stop)
{
    const qint64 count = rows.rowCount();
    if (words.isEmpty() || count == 0)
        return std::nullopt;
    // The row of `from` comes twice: the part behind it at first, all of it at last.
    for (qint64 step = 0; step <= count && !stop.stop_requested(); ++step) {
        const qint64 row = backwards ? (from.row - step + 2 * count) % count : (from.row + step) % count;
        const QString text = searched(rows, row, words.size() - 1);
        const bool isFirst = step == 0;
        qsizetype found = -1;
        if (!backwards)
            found = text.indexOf(words, isFirst ? from.column + 1 : 0, Qt::CaseInsensitive);
        else if (!isFirst || from.column > 0)
            found = text.lastIndexOf(words, isFirst ? from.column - 1 : -1, Qt::CaseInsensitive);
        if (found >= 0)
            return RowPlace{row, found};
    }
    return std::nullopt;
}

QString HexRows::text(qint64 row) const
{
    constexpr int perRow = 16;
    const QByteArrayView all = m_body.bytes();
    const qint64 begin = row * perRow;
    const QByteArrayView bytes = all.sliced(begin, std::min<qint64>(perRow, all.size() - begin));
    QString hex;
    QString ascii;
    for (qsizetype i = 0; i < perRow; ++i) {
        if (i == perRow / 2)
            hex += u' ';
        if (i >= bytes.size()) {
            hex += u"   "_s;
            continue;
        }
        const auto byte = static_cast<uchar>(bytes[i]);
        hex += QString::number(byte, 16).rightJustified(2, u'0') + u' ';
        ascii += byte >= 0x20 && byte < 0x7f ? QChar(char16_t{byte}) : QChar(u'·');
    }
    return hex + u' ' + ascii;
}

QString HexRows::label(qint64 row) const
{
    return QString::number(row * 16, 16).rightJustified(8, u'0');
}

QString HexRows::widestLabel() const
{
    return label(std::max<qint64>(rowCount() - 1, 0));
}

} // namespace inflight
