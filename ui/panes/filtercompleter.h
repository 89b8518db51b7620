// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCompleter>
#include <QObject>
#include <QStandardItemModel>

#include <functional>

class QKeyEvent;
class QLineEdit;

namespace inflight {

/// Completes the word of a filter that the cursor is in: keywords with their meaning, and behind the colon
/// the values that there are. Up and Down choose, Enter and Tab take, Esc clears the line. UI thread.
class FilterCompleter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterCompleter)

public:
    using Values = std::function<QStringList(const QString &keyword)>;

    /// A child of `line`.
    explicit FilterCompleter(QLineEdit &line);

    void setValues(Values values) { m_values = std::move(values); }
    /// Shows what the word at the cursor can become, `always` also where nothing is written yet.
    void offer(bool always = false);
    void hide();
    [[nodiscard]] bool isOffering() const;

Q_SIGNALS:
    void offeringChanged();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    [[nodiscard]] QString wordAtCursor() const;
    void fillKeywords(const QString &begin);
    void fillValues(const QString &keyword, const QString &part);
    void add(const QString &word, const QString &meaning = {});
    void take(const QString &word);
    void takeChosen(bool orFirst);

    QLineEdit &m_line;
    QStandardItemModel m_words;
    QCompleter m_completer;
    Values m_values;
};

} // namespace inflight
