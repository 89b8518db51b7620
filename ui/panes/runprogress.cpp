// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/runprogress.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

RunProgress::RunProgress(QWidget *parent)
    : QProgressBar(parent)
{
    setObjectName(u"runProgress"_s);
    setAccessibleName(tr("Progress"));
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    follow({});
}

void RunProgress::follow(const RunTotals &totals)
{
    m_totals = totals;
    // A bar that takes a new value paints at once, and with it all else that waits to be painted.
    setUpdatesEnabled(false);
    setRange(0, std::max(totals.all(), 1));
    setValue(totals.finished());
    setUpdatesEnabled(true);
}

QSize RunProgress::sizeHint() const
{
    return {200, 5};
}

QSize RunProgress::minimumSizeHint() const
{
    return {40, 5};
}

void RunProgress::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.wash(Tone::Neutral));
    const double all = std::max(m_totals.all(), 1);
    int counted = 0;
    const auto paintPart = [&](int count, const QColor &color) {
        const int left = static_cast<int>(width() * (counted / all));
        counted += count;
        const int right = static_cast<int>(width() * (counted / all));
        painter.fillRect(
            QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, right - left, height())), color);
    };
    paintPart(m_totals.succeeded, theme.fill(Tone::Good));
    paintPart(m_totals.failed, theme.fill(Tone::Bad));
    paintPart(m_totals.cancelled, theme.fill(Tone::Neutral));
}

} // namespace inflight
