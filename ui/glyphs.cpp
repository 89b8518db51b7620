// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/glyphs.h"

#include <QFontMetrics>
#include <QHash>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

namespace inflight {

namespace {

// Shapes are drawn in a square of 16 units.

void drawRing(QPainter &painter)
{
    painter.drawEllipse(QPointF(8, 8), 5, 5);
}

void drawPlay(QPainter &painter)
{
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(QPolygonF({{4.5, 2.5}, {13.5, 8}, {4.5, 13.5}}));
}

void drawClock(QPainter &painter)
{
    painter.drawEllipse(QPointF(8, 8), 5.8, 5.8);
    painter.drawPolyline(QPolygonF({{8, 4.6}, {8, 8.2}, {10.6, 9.6}}));
}

void drawAlert(QPainter &painter)
{
    painter.drawPolygon(QPolygonF({{8, 2.2}, {14.2, 13.4}, {1.8, 13.4}}));
    painter.drawLine(QPointF(8, 6.6), QPointF(8, 9.2));
    painter.drawPoint(QPointF(8, 11.4));
}

void drawCheck(QPainter &painter)
{
    painter.drawPolyline(QPolygonF({{3, 8.6}, {6.6, 12.2}, {13, 4.4}}));
}

void drawCross(QPainter &painter)
{
    painter.drawLine(QPointF(3.8, 3.8), QPointF(12.2, 12.2));
    painter.drawLine(QPointF(12.2, 3.8), QPointF(3.8, 12.2));
}

void drawSlash(QPainter &painter)
{
    painter.drawEllipse(QPointF(8, 8), 5.6, 5.6);
    painter.drawLine(QPointF(4.2, 11.8), QPointF(11.8, 4.2));
}

void drawDash(QPainter &painter)
{
    painter.drawLine(QPointF(3.5, 8), QPointF(12.5, 8));
}

void drawDots(QPainter &painter)
{
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    for (const qreal x : {2.4, 8.0, 13.6})
        painter.drawEllipse(QPointF(x, 8), 2.1, 2.1);
}

void drawOpenLock(QPainter &painter)
{
    painter.drawRect(QRectF(2.5, 8, 9, 6));
    QPainterPath shackle(QPointF(9, 8));
    shackle.lineTo(9, 4.8);
    shackle.arcTo(QRectF(9, 2, 5.6, 5.6), 180, -180);
    painter.drawPath(shackle);
}

void draw(Glyph glyph, QPainter &painter)
{
    switch (glyph) {
    case Glyph::Ring:
        return drawRing(painter);
    case Glyph::Play:
        return drawPlay(painter);
    case Glyph::Clock:
        return drawClock(painter);
    case Glyph::Alert:
        return drawAlert(painter);
    case Glyph::Check:
        return drawCheck(painter);
    case Glyph::Cross:
        return drawCross(painter);
    case Glyph::Slash:
        return drawSlash(painter);
    case Glyph::Dash:
        return drawDash(painter);
    case Glyph::Dots:
        return drawDots(painter);
    case Glyph::OpenLock:
        return drawOpenLock(painter);
    }
}

} // namespace

Glyph glyphOf(const JobView &job)
{
    switch (job.state) {
    case JobState::Queued:
        return Glyph::Ring;
    case JobState::BackingOff:
        return Glyph::Clock;
    case JobState::Running:
        return job.slow ? Glyph::Alert : Glyph::Play;
    case JobState::Succeeded:
        return Glyph::Check;
    case JobState::Failed:
        return Glyph::Cross;
    case JobState::Cancelled:
        return Glyph::Slash;
    }
    Q_UNREACHABLE();
}

Glyph glyphOf(StageState state)
{
    switch (state) {
    case StageState::Waiting:
        return Glyph::Dots;
    case StageState::Done:
        return Glyph::Check;
    case StageState::Failed:
        return Glyph::Cross;
    case StageState::Cancelled:
        return Glyph::Slash;
    case StageState::Skipped:
        return Glyph::Dash;
    case StageState::Pending:
    case StageState::Running:
        break;
    }
    Q_UNREACHABLE();
}

int glyphSide(const QFontMetrics &metrics)
{
    return metrics.height();
}

QPixmap glyphPixmap(Glyph glyph, const QColor &color, int side, qreal devicePixelRatio)
{
    // Integer keys: a text key costs more to build than the pixmap to paint.
    static QHash<quint64, QPixmapCache::Key> keys;
    const quint64 key = quint64{color.rgba()} << 32 | quint64(glyph) << 24 | quint64(side & 0xff) << 16 |
                        quint64(qRound(devicePixelRatio * 100));
    QPixmap pixmap;
    if (QPixmapCache::find(keys.value(key), &pixmap))
        return pixmap;

    pixmap = QPixmap(qRound(side * devicePixelRatio), qRound(side * devicePixelRatio));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(side / 16.0, side / 16.0);
    painter.setPen(QPen(color, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    draw(glyph, painter);
    painter.end();
    keys.insert(key, QPixmapCache::insert(pixmap));
    return pixmap;
}

} // namespace inflight
