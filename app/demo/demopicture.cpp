// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demopicture.h"

#include <QBuffer>
#include <QColor>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>

namespace inflight {

namespace {

constexpr int quality = 80;

void paintSky(QPainter &painter, const QRect &sky, int hue)
{
    QLinearGradient gradient(sky.topLeft(), sky.bottomLeft());
    gradient.setColorAt(0, QColor::fromHsv(hue, 160, 120));
    gradient.setColorAt(1, QColor::fromHsv((hue + 150) % 360, 110, 250));
    painter.fillRect(sky, gradient);
}

void paintSun(QPainter &painter, const QRect &sky)
{
    const int radius = qMax(1, sky.height() / 5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 244, 200));
    painter.drawEllipse(QPoint(sky.width() * 2 / 3, sky.height() * 2 / 3), radius, radius);
}

void paintSea(QPainter &painter, const QRect &sea, int hue)
{
    constexpr int waves = 12;
    for (int i = 0; i < waves; ++i) {
        const int top = sea.top() + sea.height() * i / waves;
        painter.fillRect(QRect(sea.left(), top, sea.width(), sea.bottom() - top + 1),
                         QColor::fromHsv(hue, 200 - 6 * i, 130 - 7 * i));
    }
}

} // namespace

QByteArray demoPicture(QSize size, const char *format, int hue)
{
    QImage image(size, QImage::Format_RGB32);
    const QRect sky(0, 0, size.width(), size.height() * 3 / 5);
    QPainter painter(&image);
    paintSky(painter, sky, hue);
    paintSun(painter, sky);
    paintSea(painter, QRect(0, sky.height(), size.width(), size.height() - sky.height()), hue);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return buffer.data();
}

} // namespace inflight
