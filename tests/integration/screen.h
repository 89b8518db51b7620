// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QPoint>
#include <QString>
#include <QStringDecoder>
#include <QStringList>

#include <algorithm>

namespace inflight {

/// What a terminal shows of what was written to it: text, line ends, and those control sequences of ECMA-48
/// that the program writes (cursor up, erase). Lines that are too long are broken, as terminals do.
class Screen
{
public:
    Screen(int columns, int rows)
        : m_columns(columns)
        , m_rows(rows)
    {}

    void write(const QByteArray &bytes)
    {
        const QString text = m_decoder(bytes);
        for (const QChar c : text)
            put(c);
    }
    /// From the top of what is shown, without blanks at the ends.
    [[nodiscard]] QStringList lines() const
    {
        QStringList shown;
        for (const QString &line : m_lines) {
            QString trimmed = line;
            while (trimmed.endsWith(u' '))
                trimmed.chop(1);
            shown.append(trimmed);
        }
        return shown;
    }
    [[nodiscard]] QString text() const { return lines().join(u'\n'); }
    [[nodiscard]] QPoint cursor() const { return m_cursor; }
    /// Lines that left the screen at its top.
    [[nodiscard]] int scrolled() const { return m_scrolled; }

private:
    void put(QChar c)
    {
        if (!m_sequence.isEmpty())
            control(c);
        else if (c == u'\033')
            m_sequence = c;
        else if (c == u'\r')
            m_cursor.setX(0);
        else if (c == u'\n')
            newLine();
        else
            print(c);
    }

    void control(QChar c)
    {
        m_sequence += c;
        if (!c.isLetter())
            return;
        const int number = QStringView(m_sequence).sliced(2).chopped(1).toInt();
        if (c == u'A')
            m_cursor.setY(std::max(0, m_cursor.y() - number));
        if (c == u'K' || c == u'J')
            current().truncate(m_cursor.x());
        if (c == u'J')
            m_lines.resize(m_cursor.y() + 1);
        m_sequence.clear();
    }

    void newLine()
    {
        // A terminal's driver makes "\r\n" of it.
        m_cursor = {0, m_cursor.y() + 1};
        if (m_cursor.y() < m_rows)
            return;
        m_cursor.setY(m_rows - 1);
        m_lines.removeFirst();
        ++m_scrolled;
    }

    void print(QChar c)
    {
        if (m_cursor.x() >= m_columns)
            newLine();
        QString &line = current();
        line = line.leftJustified(m_cursor.x());
        line.replace(m_cursor.x(), 1, c);
        m_cursor.rx() += 1;
    }

    QString &current()
    {
        while (m_lines.size() <= m_cursor.y())
            m_lines.append(QString());
        return m_lines[m_cursor.y()];
    }

    int m_columns;
    int m_rows;
    QStringList m_lines{QString()};
    QPoint m_cursor;
    QString m_sequence;
    int m_scrolled = 0;
    QStringDecoder m_decoder{QStringDecoder::Utf8};
};

} // namespace inflight
