// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace inflight {

/// Reads one format. Fed piece by piece, wherever the pieces are cut. One thread at a time.
class FormatReader
{
public:
    FormatReader() = default;
    virtual ~FormatReader() = default;
    Q_DISABLE_COPY_MOVE(FormatReader)

    virtual void feed(QStringView piece) = 0;
    /// There is no more.
    virtual void finish() = 0;
};

/// Reads a format whose lines stand for themselves: keeps no more than the line that is not whole yet. Lines
/// end with "\n", "\r\n" or "\r".
class LineReader : public FormatReader
{
public:
    void feed(QStringView piece) final;
    void finish() final;

protected:
    /// `number` counts from 1.
    virtual void line(int number, QStringView text) = 0;
    /// After the last line.
    virtual void end() {}

private:
    QString m_rest;
    int m_number = 0;
    bool m_afterReturn = false; ///< the last piece ended with '\r': a '\n' belongs to it
};

/// Reads a format that has a meaning only as a whole.
class DocumentReader : public FormatReader
{
public:
    void feed(QStringView piece) final { m_text += piece; }
    void finish() final { read(m_text); }

protected:
    virtual void read(QStringView text) = 0;

private:
    QString m_text;
};

} // namespace inflight
