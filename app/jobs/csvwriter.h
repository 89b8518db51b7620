// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringView>

#include <string>

namespace inflight {

/// Writes CSV (RFC 4180): UTF-8, rows ended by CR LF. Texts that a spreadsheet would take for a formula get
/// an apostrophe before them, which makes them text there. A value of one thread.
class CsvWriter
{
public:
    /// NUL, which ends a text for many readers, becomes U+FFFD.
    void text(QStringView value);
    void number(qint64 value);
    /// With at most three decimals; an empty cell when it is not finite.
    void number(double value);
    void empty() { separate(); }
    void endRow();

    /// What was written; the writer is empty then.
    [[nodiscard]] QByteArray take();

private:
    void separate();

    std::string m_out;
    bool m_first = true; ///< of its row
};

/// Whether a spreadsheet would compute a cell that begins like this: with =, +, -, @ in any width, or with
/// white space, which some pass over before them.
[[nodiscard]] bool looksLikeFormula(QStringView text);

} // namespace inflight
