// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/image.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QImageWriter>

#include "pipeline/stages/decode.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct ImageStageWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ImageStage)
};

constexpr int largestSide = 65'535;
constexpr int memoryLimitMb = 256; ///< of the picture unpacked

Fault noPicture(const QString &reason)
{
    return {
        FaultClass::Parse, {}, ImageStageWords::tr("The body cannot be read as a picture: %1.").arg(reason)};
}

QString pixels(const QByteArray &format, QSize size)
{
    return ImageStageWords::tr("%1 %2 × %3")
        .arg(QString::fromLatin1(format).toUpper())
        .arg(size.width())
        .arg(size.height());
}

/// Within both sides, keeping its shape; never larger than it is.
QSize fitted(QSize size, const ImageRules &rules)
{
    const QSize box(rules.maxWidth > 0 ? rules.maxWidth : largestSide,
                    rules.maxHeight > 0 ? rules.maxHeight : largestSide);
    return size.boundedTo(box) == size ? size : size.scaled(box, Qt::KeepAspectRatio).expandedTo({1, 1});
}

bool canBeWritten(const QByteArray &format)
{
    return QImageWriter::supportedImageFormats().contains(format);
}

} // namespace

Outcome<StageResult> ImageStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decoded(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    Payload &whole = ready.value().payload;
    const Body body = whole.current();
    QByteArray data = QByteArray::fromRawData(body.bytes().data(), body.size());
    QBuffer input(&data);
    input.open(QIODevice::ReadOnly);
    QImageReader reader(&input);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    reader.setAllocationLimit(memoryLimitMb);
    const QByteArray format = reader.format();
    QImage image = reader.read();
    if (image.isNull())
        return noPicture(reader.errorString());
    if (context.stop.stop_requested())
        return Cancelled{};
    const QSize size = image.size();
    const QSize wanted = fitted(size, m_rules);
    const bool sameFormat = m_rules.format.isEmpty() || m_rules.format == format;
    const bool upright = reader.transformation() == QImageIOHandler::TransformationNone;
    // Written anew it would lose quality, and a moving picture its movement.
    if (wanted == size && sameFormat && upright && m_rules.quality < 0)
        return StageResult{std::move(whole), ImageStageWords::tr("%1, as it came").arg(pixels(format, size))};
    if (wanted != size)
        image = image.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (context.stop.stop_requested())
        return Cancelled{};

    const QByteArray kept = canBeWritten(format) ? format : "png"_ba;
    const QByteArray target = m_rules.format.isEmpty() ? kept : m_rules.format;
    QByteArray made;
    QBuffer output(&made);
    output.open(QIODevice::WriteOnly);
    QImageWriter writer(&output, target);
    writer.setQuality(m_rules.quality);
    if (!writer.write(image))
        return Fault{FaultClass::Transform,
                     {},
                     ImageStageWords::tr("The picture cannot be written as %1: %2. Choose another format.")
                         .arg(QString::fromLatin1(target).toUpper(), writer.errorString())};
    whole.setProduct(Body(made), "image/" + (target == "jpg" ? QByteArray("jpeg") : target));
    return StageResult{std::move(whole),
                       ImageStageWords::tr("%1 → %2").arg(pixels(format, size), pixels(target, wanted))};
}

StageKind imageKind()
{
    StageKind kind;
    kind.name = ImageStage::stageName;
    kind.description = ImageStageWords::tr("a picture upright, no larger than wanted, in the format wanted");
    kind.takes = Data::Bytes;
    kind.options = {
        StageOption::whole("max_width"_L1, ImageStageWords::tr("most pixels across"), 1, largestSide),
        StageOption::whole("max_height"_L1, ImageStageWords::tr("most pixels down"), 1, largestSide),
        StageOption::choice(
            "format"_L1,
            ImageStageWords::tr("what it becomes; keep: what it is, or PNG where that can only be read"),
            {u"keep"_s, u"png"_s, u"jpeg"_s, u"webp"_s}, u"keep"_s),
        StageOption::whole("quality"_L1, ImageStageWords::tr("of formats that lose some"), 1, 100),
    };
    kind.check = [](const OptionValues &values) -> std::optional<OptionFault> {
        const QString format = values.text("format"_L1);
        if (format == "keep"_L1 || canBeWritten(format.toLatin1()))
            return std::nullopt;
        return OptionFault{
            "format"_L1,
            ImageStageWords::tr("This system writes no %1; its package is qt6-image-formats-plugins.")
                .arg(format.toUpper())};
    };
    kind.make = [](const OptionValues &values, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        ImageRules rules;
        rules.maxWidth = static_cast<int>(values.whole("max_width"_L1));
        rules.maxHeight = static_cast<int>(values.whole("max_height"_L1));
        if (values.text("format"_L1) != "keep"_L1)
            rules.format = values.text("format"_L1).toLatin1();
        if (values.has("quality"_L1))
            rules.quality = static_cast<int>(values.whole("quality"_L1));
        return std::make_unique<const ImageStage>(std::move(rules));
    };
    return kind;
}

} // namespace inflight
