// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>
#include <QTextCursor>
#include <QTimer>

namespace inflight {

/// The box that URLs are pasted into: one a line, with the lines' numbers beside them, since rejected lines
/// are reported by number. UI thread.
class UrlsBox final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UrlsBox)

public:
    explicit UrlsBox(QWidget *parent = nullptr);

    /// What is in the box at first.
    void beginWith(const QString &text);
    /// Replaces everything; can be undone, unless it was very long.
    void replaceText(const QString &text);
    /// Marks these lines (counting from 1) as rejected.
    void markLines(const QList<int> &lines);
    /// Moves the cursor to `line` (counting from 1), selects it and gives it the keyboard.
    void showLine(int line);
    /// What is still to go in of a long paste waits: there is no use in it while all is about to be taken
    /// out.
    void holdPaste(bool hold);
    /// The text, with all of a paste that is still being put in piece by piece.
    [[nodiscard]] QString wholeText() const;

Q_SIGNALS:
    /// wholeText() is another one.
    void edited();
    /// What was pasted or dropped is no list of URLs but cURL commands, JSON, a HAR or a page: it is not put
    /// into the box.
    void requestsPasted(const QString &text);
    /// Nor are files.
    void filesPasted(const QStringList &files);

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
    void beginPaste(const QString &text);
    void pasteOn();
    void stopPaste();
    void takeFreshDocument();

    Gutter *m_gutter = nullptr;
    QList<int> m_marked;
    bool m_isPasting = false; ///< what changes is the document alone
    QString m_pasted;         ///< what is being put in; empty: nothing
    qsizetype m_pastedTo = 0; ///< so much of it is in the box
    QTextCursor m_pasteEnd;
    QTimer m_pasteTimer; ///< for the next piece
    bool m_isHeld = false;
};

} // namespace inflight
