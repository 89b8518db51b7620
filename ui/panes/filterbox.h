// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobfilter.h"

#include <QLineEdit>

#include <functional>
#include <optional>

namespace inflight {

class FilterCompleter;

/// The line that filters the table in the language of JobFilter, with completion. Esc clears it. UI thread.
class FilterBox final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBox)

public:
    explicit FilterBox(QWidget *parent = nullptr);

    /// Where the values that complete a keyword come from.
    void setValues(std::function<QStringList(const QString &keyword)> values);
    /// Whether the text is a filter.
    [[nodiscard]] bool isGood() const { return !m_fault; }

    // What clicks elsewhere add to the text: one word of the language.
    void showOnly(const QString &word);
    void leaveOut(const QString &word);
    void toggle(const QString &word);
    void drop(const QString &word);

Q_SIGNALS:
    void filterChanged(const inflight::JobFilter &filter);
    /// What is wrong with the text and where; empty when nothing is. The last good filter holds meanwhile.
    void complained(const QString &message);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void read(const QString &text);
    void say();
    void mark();

    FilterCompleter *m_completer = nullptr;
    std::optional<FilterFault> m_fault;
};

} // namespace inflight
