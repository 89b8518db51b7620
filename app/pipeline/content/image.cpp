// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/content/image.h"

#include <algorithm>

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QLocale>

#include "pipeline/content/recognise.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct ImageWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Image)
};

/// The GIF reader goes through every frame for the size that stands in its first ten bytes.
constexpr qsizetype gifHead = 64 * 1024;

Fault unreadable(const QString &name, const QString &reason)
{
    return {FaultClass::Parse, {}, ImageWords::tr("The %1 image cannot be read: %2.").arg(name, reason)};
}

/// As people write a format that Qt calls `format`.
QString formatName(const QByteArray &format)
{
    if (format == "webp")
        return u"WebP"_s;
    return QString::fromLatin1(format).toUpper();
}

QString pixels(QSize size)
{
    const QLocale locale;
    return ImageWords::tr("%1 × %2").arg(locale.toString(size.width()), locale.toString(size.height()));
}

/// Whether an image of this type should be readable here, so that a failure is the image's.
bool isSupported(const MediaType &type, const std::optional<Signature> &signature)
{
    if (signature)
        return QImageReader::supportedImageFormats().contains(
            QByteArray(signature->name.data(), signature->name.size()).toLower());
    return QImageReader::supportedMimeTypes().contains(type.essence);
}

} // namespace

Outcome<QString> describeImage(const MediaType &type, QByteArrayView bytes)
{
    const std::optional<Signature> signature = signatureOf(bytes);
    const QString name =
        signature ? QString(signature->name) : QString::fromLatin1(type.essence.sliced(6)).toUpper();
    if (!signature && looksLikeText(bytes))
        return unreadable(name,
                          bytes.isEmpty() ? ImageWords::tr("it is empty") : ImageWords::tr("it is text"));
    if (!isSupported(type, signature))
        return ImageWords::tr("%1 image").arg(name);

    const bool gif = signature && signature->name == "GIF"_L1;
    const qsizetype visible = gif ? std::min(bytes.size(), gifHead) : bytes.size();
    QByteArray data = QByteArray::fromRawData(bytes.data(), visible);
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    if (!reader.canRead())
        return unreadable(name, reader.errorString());
    const QByteArray format = reader.format();
    const QSize size = reader.size();
    if (size.isValid())
        return ImageWords::tr("%1 %2").arg(formatName(format), pixels(size));
    if (reader.supportsOption(QImageIOHandler::Size))
        return unreadable(name, ImageWords::tr("its header is damaged or cut short"));
    return ImageWords::tr("%1 image").arg(formatName(format));
}

} // namespace inflight
