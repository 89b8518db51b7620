// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

class QPushButton;

namespace inflight {

class Notice;

/// A question in the pane that it is about, with a button to go ahead and one to leave it. Hidden while there
/// is none. UI thread.
class QuestionBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionBar)

public:
    explicit QuestionBar(QWidget *parent = nullptr);

    /// In place of the question before. `verb` is on the button that calls `goAhead`.
    void ask(const QString &question, const QString &verb, std::function<void()> goAhead);
    /// It is not asked any more; nothing is done.
    void withdraw();

Q_SIGNALS:
    void answered();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void answer(bool yes);

    Notice *m_notice;
    QPushButton *m_goAhead;
    QPushButton *m_leave;
    std::function<void()> m_then;
};

} // namespace inflight
