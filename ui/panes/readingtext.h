// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextBrowser>

namespace inflight {

/// Rich text that only shows. It has no cursor, so a frame shows that it has the keyboard. UI thread.
class ReadingText : public QTextBrowser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadingText)

public:
    /// `title`: its accessible name; `name`: its objectName.
    ReadingText(const QString &title, const QString &name);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace inflight
