// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace inflight {

/// The box that URLs are pasted into: one a line, with the lines' numbers beside them, since rejected lines
/// are reported by number. UI thread.
class UrlsBox final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UrlsBox)

public:
    explicit UrlsBox(QWidget *parent = nullptr);

    /// Replaces everything; can be undone.
    void replaceText(const QString &text);
    /// Marks these lines (counting from 1) as rejected.
    void markLines(const QList<int> &lines);
    /// Moves the cursor to `line` (counting from 1), selects it and gives it the keyboard.
    void showLine(int line);

Q_SIGNALS:
    /// What was pasted or dropped is no list of URLs but cURL commands, JSON, a HAR or a page: it is not put
    /// into the box.
    void requestsPasted(const QString &text);

protected:
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Gutter;

    [[nodiscard]] int gutterWidth() const;
    void layGutter();
    void paintGutter(QPaintEvent *event);
    void refreshMarks();

    Gutter *m_gutter = nullptr;
    QList<int> m_marked;
};

} // namespace inflight
