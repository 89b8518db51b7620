// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/glyphs.h"
#include "ui/theme.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace inflight {

/// A sentence that is to be seen: on a wash of its tone, with a glyph, in the theme's colours whatever the
/// palette. UI thread.
class Notice final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notice)

public:
    Notice(Tone tone, Glyph glyph, QWidget *parent = nullptr);

    /// Hidden while there is nothing to say.
    void say(const QString &sentence);
    /// What can be done about it, behind the sentence.
    void addButton(QPushButton *button);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    Tone m_tone;
    Glyph m_glyph;
    QLabel *m_picture;
    QLabel *m_words;
    QHBoxLayout *m_row;
};

} // namespace inflight
