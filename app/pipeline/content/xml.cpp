// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/content/xml.h"

#include <algorithm>
#include <cstring>

#include <QCoreApplication>
#include <QIODevice>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include "pipeline/slices.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct XmlWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Xml)
};

/// The XML declaration with the encoding it names blanked out, so that columns stay: the text is UTF-8 by
/// now, and the reader would decode it once more.
QByteArray withoutEncoding(QByteArrayView text)
{
    static const QRegularExpression encoding(
        uR"(^<\?xml\s[^>]*?(\bencoding\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))[^>]*\?>)"_s);
    const QByteArrayView head = text.first(std::min<qsizetype>(text.size(), 1024));
    const QRegularExpressionMatch match = encoding.match(QString::fromLatin1(head));
    if (!match.hasMatch())
        return {};
    QByteArray declaration = head.first(match.capturedLength()).toByteArray();
    declaration.replace(match.capturedStart(1), match.capturedLength(1),
                        QByteArray(match.capturedLength(1), ' '));
    return declaration;
}

/// The text as a device: the reader draws from it as it goes, where pieces pushed into it would be read anew
/// from the beginning of a long comment each time. It ends when the stage is stopped or one piece gets too
/// long.
class TextDevice final : public QIODevice
{
    Q_DISABLE_COPY_MOVE(TextDevice)

public:
    TextDevice(QByteArrayView text, const StageContext &context)
        : m_declaration(withoutEncoding(text))
        , m_text(text)
        , m_context(context)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool tooLong() const { return m_pieceSize > xmlPieceLimit; }
    /// A token was read: the next piece begins.
    void beginPiece() { m_pieceSize = 0; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        if (m_context.stop.stop_requested() || tooLong() || m_at == m_text.size())
            return -1;
        const bool inDeclaration = m_at < m_declaration.size();
        const QByteArrayView rest = (inDeclaration ? QByteArrayView(m_declaration) : m_text).sliced(m_at);
        const qint64 size = std::min<qint64>(maxSize, rest.size());
        std::memcpy(data, rest.data(), static_cast<size_t>(size));
        m_at += size;
        m_pieceSize += size;
        report(m_context, m_at, m_text.size());
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_declaration;
    QByteArrayView m_text;
    const StageContext &m_context;
    qint64 m_at = 0;
    qint64 m_pieceSize = 0;
};

Fault faultOf(const QXmlStreamReader &reader, const TextDevice &device)
{
    const QString reason = device.tooLong()
                               ? XmlWords::tr("one piece of text is longer than the %1 that are checked")
                                     .arg(sizeText(xmlPieceLimit))
                               : reader.errorString();
    // Qt counts what it has read of the line: the last of it is at fault, or what is missing after it.
    const bool missing = reader.error() == QXmlStreamReader::PrematureEndOfDocumentError;
    const qint64 column = reader.columnNumber() + (missing ? 1 : 0);
    return {FaultClass::Parse,
            {},
            XmlWords::tr("Not well-formed XML: line %1, column %2: %3")
                .arg(QString::number(reader.lineNumber()), QString::number(column), reason)};
}

} // namespace

QString XmlSummary::text() const
{
    return XmlWords::tr("XML <%1>, %2").arg(root, elementsText(elements));
}

Outcome<XmlSummary> checkXml(QByteArrayView text, const StageContext &context)
{
    TextDevice device(text, context);
    QXmlStreamReader reader(&device);
    XmlSummary summary;
    while (!reader.atEnd() && !context.stop.stop_requested()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token != QXmlStreamReader::Invalid)
            device.beginPiece();
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (++summary.elements == 1)
            summary.root = reader.qualifiedName().toString();
    }
    if (context.stop.stop_requested())
        return Cancelled{};
    if (reader.hasError())
        return faultOf(reader, device);
    return summary;
}

} // namespace inflight
