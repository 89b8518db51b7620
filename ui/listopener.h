// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFutureWatcher>
#include <QObject>

#include <variant>

class QWidget;

namespace inflight {

/// Asks for a file with requests and reads it on a pool thread. Nothing blocks: the dialog is not modal to
/// the application and the answer comes as a signal. UI thread.
class ListOpener final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListOpener)

public:
    /// Dialogs open above `window`, which must outlive this.
    explicit ListOpener(QWidget &window);
    ~ListOpener() override;

    void ask();
    void read(const QString &fileName);

Q_SIGNALS:
    /// `name`: of the file, without its folders.
    void opened(const QString &name, const QString &text);
    /// A translated sentence.
    void failed(const QString &message);

private:
    struct Text
    {
        QString name;
        QString text;
    };
    struct Problem
    {
        QString message;
    };
    using TextOrProblem = std::variant<Text, Problem>;

    static TextOrProblem load(const QString &fileName);
    void finish();

    QWidget &m_window;
    QFutureWatcher<TextOrProblem> m_reading;
};

} // namespace inflight
