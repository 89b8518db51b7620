// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QColor;
class QPainter;
class QRect;
class QString;
class QStyleOptionViewItem;

namespace inflight {

/// What lies under every cell that we paint ourselves: the selection's colour or nothing (rows alternate by
/// the view), and the frame of the cell that has the keyboard.
void paintCellGround(QPainter &painter, const QStyleOptionViewItem &option);

/// The colour of words in the cell: `normal`, or the selection's.
QColor cellTextColor(const QStyleOptionViewItem &option, const QColor &normal);

/// Draws `text`, shortened to fit, at that side and in the height at which the other cells of the row have
/// theirs.
void drawCellText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                  const QString &text, Qt::AlignmentFlag side = Qt::AlignLeft);

} // namespace inflight
