// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/textrows.h"

#include <QAbstractScrollArea>

#include <memory>

namespace inflight {

/// Shows rows of text in a fixed-width font, each with its label, and makes only those that are in sight.
/// Rows are selected with mouse and keyboard and copied as text. What assistive technology reads is the
/// current row. UI thread.
class RowsView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowsView)

public:
    /// Most rows that are copied at once.
    static constexpr qint64 mostCopied = 50'000;

    explicit RowsView(QWidget *parent = nullptr);

    /// Null for nothing.
    void setRows(std::shared_ptr<const RowSource> rows);
    [[nodiscard]] qint64 currentRow() const { return m_current; }
    /// Makes it current, alone selected, and brings it into sight.
    void goTo(qint64 row);
    /// Marks `length` characters from `place` on, and goes there.
    void showMatch(RowPlace place, qsizetype length);
    void clearMatch();
    [[nodiscard]] QString selectedText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void move(qint64 row, bool selects);
    void fitScrollBars();
    void paintRow(QPainter &painter, qint64 row, int top);
    void announce();
    [[nodiscard]] qint64 rowAt(int y) const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int pageRows() const;
    [[nodiscard]] int labelWidth() const;

    std::shared_ptr<const RowSource> m_rows;
    qint64 m_current = 0;
    qint64 m_anchor = 0; ///< the selection reaches from here to the current row
    RowPlace m_match;
    qsizetype m_matchLength = 0;
    int m_widest = 0; ///< pixels of the widest row that was seen
};

} // namespace inflight
