// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

namespace inflight {

class Notice;
class QuestionBar;

/// What does not work in the background, above everything else in the window; and, while what came is in
/// memory alone because of it, the question that stands before closing. UI thread.
class TroubleBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TroubleBar)

public:
    explicit TroubleBar(QWidget *parent = nullptr);

    /// Empty: there is none.
    void say(const QString &trouble);
    /// Whether results are in memory alone.
    void setUnkept(bool on);
    [[nodiscard]] bool isUnkept() const { return m_isUnkept; }
    /// Whether the window may be closed; where not, a person is asked first, and `close` called if they say
    /// so.
    [[nodiscard]] bool mayClose(std::function<void()> close);
    /// Nobody is asked any more.
    void letClose() { m_letsClose = true; }

private:
    Notice *m_notice;
    QuestionBar *m_question;
    bool m_isUnkept = false;
    bool m_letsClose = false;
};

} // namespace inflight
