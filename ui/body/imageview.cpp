// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/imageview.h"

#include <QBuffer>
#include <QImageReader>
#include <QLocale>
#include <QPainter>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// More than any screen shows.
constexpr QSize largestShown{4096, 4096};
/// What decoding may take of the memory at once, at four bytes a pixel: 256 MB.
constexpr qint64 mostPixels = 64LL * 1024 * 1024;

} // namespace

ImageView::ImageView(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Image"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(&m_decoding, &QFutureWatcherBase::finished, this, [this] {
        const Decoded decoded = m_decoding.result();
        m_image = decoded.image;
        m_said = decoded.said;
        setAccessibleDescription(m_said);
        update();
        Q_EMIT this->decoded();
    });
}

ImageView::~ImageView()
{
    m_decoding.waitForFinished();
}

void ImageView::setBytes(const Body &body)
{
    m_image = {};
    m_said.clear();
    update();
    // Watching another future, the watcher forgets the one before.
    m_decoding.setFuture(QtConcurrent::run(&ImageView::decode, body));
}

ImageView::Decoded ImageView::decode(const Body &body)
{
    QByteArray data = QByteArray::fromRawData(body.bytes().data(), body.bytes().size());
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (qint64{size.width()} * size.height() > mostPixels)
        return {{}, tr("The image is too large to be shown: %1 × %2.").arg(size.width()).arg(size.height())};
    if (size.width() > largestShown.width() || size.height() > largestShown.height())
        reader.setScaledSize(size.scaled(largestShown, Qt::KeepAspectRatio));
    const QString format = QString::fromLatin1(reader.format()).toUpper();
    const QImage image = reader.read();
    if (image.isNull())
        return {{}, tr("The image cannot be shown: %1.").arg(reader.errorString())};
    const QSize whole = size.isValid() ? size : image.size();
    const QLocale locale;
    return {image,
            tr("%1, %2 × %3").arg(format, locale.toString(whole.width()), locale.toString(whole.height()))};
}

void ImageView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_image.isNull()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, m_said);
        return;
    }
    const QSizeF place = QSizeF(size() - QSize(16, 16));
    const QSizeF natural = QSizeF(m_image.size()) / devicePixelRatioF();
    QSizeF shown = natural;
    if (natural.width() > place.width() || natural.height() > place.height())
        shown = natural.scaled(place, Qt::KeepAspectRatio);
    QRectF target({0, 0}, shown);
    target.moveCenter(QRectF(rect()).center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, m_image);
}

} // namespace inflight
