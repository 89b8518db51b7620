// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/waterfall/legend.h"

#include "ui/glyphs.h"
#include "ui/theme.h"
#include "ui/waterfall/barpainter.h"
#include "ui/waterfall/barwords.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

Legend::Legend(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"waterfallLegend"_s);
    setAccessibleName(tr("Legend"));
    for (const Phase phase : {Phase::Queued, Phase::BackOff, Phase::Connect, Phase::Tls, Phase::Waiting,
                              Phase::Receiving, Phase::StageWait, Phase::Stage})
        m_entries.append({phase, SegmentFate::Done, phaseWord(phase)});
    m_entries.append({Phase::Count, SegmentFate::Failed, tr("failed")});
    m_entries.append({Phase::Count, SegmentFate::Cancelled, tr("stopped")});
    m_entries.append({Phase::Count, SegmentFate::Open, tr("slow")});
    QStringList names;
    for (const Entry &entry : std::as_const(m_entries))
        names.append(entry.text);
    setAccessibleDescription(names.join(u", "_s));
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int Legend::sampleWidth() const
{
    return 2 * fontMetrics().height();
}

/// Of the entries, samples with their words.
QList<QRect> Legend::places(int width) const
{
    const int gap = fontMetrics().averageCharWidth();
    const int tall = fontMetrics().height() + 2;
    QList<QRect> rects;
    int x = 0;
    int y = 0;
    for (const Entry &entry : m_entries) {
        const int sample = entry.phase == Phase::Count ? fontMetrics().height() : sampleWidth();
        const int wide = sample + gap + fontMetrics().horizontalAdvance(entry.text);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += tall + 2;
        }
        rects.append({x, y, wide, tall});
        x += wide + 2 * gap;
    }
    return rects;
}

int Legend::heightForWidth(int width) const
{
    const QRect last = places(width).constLast();
    return last.top() + last.height();
}

QSize Legend::sizeHint() const
{
    return {60 * fontMetrics().averageCharWidth(), heightForWidth(std::max(width(), 1))};
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    const QColor words = palette().color(QPalette::WindowText);
    const QList<QRect> rects = places(width());
    for (qsizetype i = 0; i < rects.size(); ++i) {
        const Entry &entry = m_entries.at(i);
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), rects.at(i));
        const int wide = entry.phase == Phase::Count ? fontMetrics().height() : sampleWidth();
        const QRect sample = QStyle::visualRect(
            layoutDirection(), place, QRect(place.left(), place.top() + 1, wide, place.height() - 2));
        if (entry.phase == Phase::Count)
            paintMark(painter, sample, entry.fate, theme);
        else
            paintPhase(painter, sample, entry.phase, theme, theme.mutedText());
        const int gap = fontMetrics().averageCharWidth();
        const QRect text = QStyle::visualRect(layoutDirection(), place, place.adjusted(wide + gap, 0, 1, 0));
        painter.setPen(words);
        painter.drawText(text, Qt::AlignVCenter | Qt::TextSingleLine, entry.text);
    }
}

} // namespace inflight
