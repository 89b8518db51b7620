// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme.h"

#include <QString>

namespace inflight {

/// Pieces of the rich text that the Details are written in. Whatever comes from outside goes through
/// escaped().
class Html
{
public:
    explicit Html(const Theme &theme)
        : m_theme(theme)
    {}

    /// Text as text: markup escaped, control characters that could reorder or hide it replaced.
    static QString escaped(const QString &text);

    /// Text without what could reorder or hide it, for places that know no markup.
    static QString plain(const QString &text);

    /// A tool tip that shows `text` as it is: Qt would take markup in it for its own.
    static QString tip(const QString &text);

    void heading(const QString &text);
    /// A box that catches the eye: `title` in bold, `sentence` below.
    void notice(Tone tone, const QString &title, const QString &sentence);
    void paragraph(const QString &text);
    /// Less important words.
    void hint(const QString &text);
    /// Text with its line breaks and spaces, in a fixed-width font.
    void preformatted(const QString &text);
    void beginTable();
    /// A fact with its name; left out when `value` is empty.
    void fact(const QString &name, const QString &value);
    /// Cells of a row as they stand; the first two are right-aligned figures, the rest is text.
    void timedRow(const QString &start, const QString &took, const QString &what, const QString &detail,
                  int depth);
    void timedHeader(const QString &start, const QString &took, const QString &what);
    void endTable();

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    [[nodiscard]] QString muted(const QString &escapedText) const;

    const Theme &m_theme;
    QString m_text;
};

} // namespace inflight
