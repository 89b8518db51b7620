// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/markup/document.h"

#include <algorithm>
#include <cstring>
#include <mutex>

#include <QCoreApplication>
#include <QLocale>

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "pipeline/content/recognise.h"
#include "pipeline/ended.h"
#include "pipeline/slices.h"
#include "pipeline/text/transcode.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct MarkupWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Markup)
};

constexpr qint64 reportStep = 64 * 1024;
constexpr qsizetype longestReason = 200;
// The library has two of them an attribute in HTML, five in XML, and two a namespace; it doubles their
// number.
constexpr int mostAttributeSlots = 12'000;
constexpr int mostNamespaceSlots = 4'000;

/// One reading: gives the text to the library piece by piece, watches what it makes of it, and ends it when
/// it is stopped or becomes too much.
class Reading
{
    Q_DISABLE_COPY_MOVE(Reading)

public:
    Reading(QByteArrayView text, Markup markup, const StageContext &context)
        : m_text(text)
        , m_markup(markup)
        , m_context(context)
        , m_parser(markup == Markup::Html ? htmlNewParserCtxt() : xmlNewParserCtxt())
    {
        if (!m_parser)
            return;
        m_parser->_private = this;
        m_handlers = *m_parser->sax;
        xmlSAXHandler &sax = *m_parser->sax;
        // The library looks for a structured handler in those of its newer kind alone.
        sax.initialized = XML_SAX2_MAGIC;
        sax.serror = &Reading::onError;
        if (markup == Markup::Html) {
            sax.startElement = &Reading::onStart;
        } else {
            sax.startElementNs = &Reading::onStartNs;
            sax.entityDecl = &Reading::onEntityDeclared;
            sax.getEntity = &Reading::onEntity;
        }
    }
    ~Reading()
    {
        if (m_parser) {
            xmlFreeDoc(m_parser->myDoc);
            xmlFreeParserCtxt(m_parser);
        }
    }

    /// The tree, which is the caller's; null when there is none.
    [[nodiscard]] xmlDoc *run()
    {
        if (!m_parser)
            return nullptr;
        if (m_markup == Markup::Html) {
            // Pages are deeper than the library's 256 where nobody closes an element; onStart() counts.
            m_parser->options |= XML_PARSE_HUGE;
            return htmlCtxtReadIO(m_parser, &Reading::give, nullptr, this, nullptr, "UTF-8",
                                  HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
        }
        // Entities are put in their places, but only those that onEntityDeclared() lets through.
        return xmlCtxtReadIO(m_parser, &Reading::give, nullptr, this, nullptr, "UTF-8",
                             XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
    }

    /// What is too much of the document.
    [[nodiscard]] const std::optional<QString> &excess() const { return m_excess; }
    [[nodiscard]] const std::optional<QString> &complaint() const { return m_complaint; }
    [[nodiscard]] qint64 size() const { return m_nodes; }

private:
    static Reading &of(void *parser)
    {
        return *static_cast<Reading *>(static_cast<xmlParserCtxt *>(parser)->_private);
    }

    /// Ends the reading.
    void stop(void *parser, const QString &excess)
    {
        if (!m_excess && !excess.isEmpty())
            m_excess = excess;
        xmlStopParser(static_cast<xmlParserCtxt *>(parser));
    }

    static int give(void *self, char *data, int size)
    {
        Reading &reading = *static_cast<Reading *>(self);
        if (reading.m_context.stop.stop_requested() || !reading.tagsAreShort())
            return 0;
        const qint64 given = std::min<qint64>(size, reading.m_text.size() - reading.m_at);
        std::memcpy(data, reading.m_text.data() + reading.m_at, static_cast<std::size_t>(given));
        reading.m_at += given;
        if (reading.m_at - reading.m_reported >= reportStep ||
            (given == 0 && reading.m_reported < reading.m_at)) {
            reading.m_reported = reading.m_at;
            report(reading.m_context, reading.m_at, reading.m_text.size());
        }
        return static_cast<int>(given);
    }

    /// Whether no tag so far, the one being read included, has an absurd number of attributes: the library
    /// compares each with each other.
    [[nodiscard]] bool tagsAreShort()
    {
        if (m_parser->maxatts <= mostAttributeSlots && m_parser->nsMax <= mostNamespaceSlots)
            return true;
        if (!m_excess)
            m_excess = MarkupWords::tr("one of its elements has thousands of attributes");
        return false;
    }

    static void onError(void *parser, xmlErrorPtr error)
    {
        Reading &reading = of(parser);
        const bool html = reading.m_markup == Markup::Html;
        const bool counts = html ? error->level >= XML_ERR_ERROR && error->code != XML_HTML_UNKNOWN_TAG
                                 : error->level == XML_ERR_FATAL;
        if (!counts || reading.m_complaint)
            return;
        const QString reason = QString::fromUtf8(error->message).simplified().left(longestReason);
        reading.m_complaint = MarkupWords::tr("line %1, column %2: %3")
                                  .arg(QString::number(error->line), QString::number(error->int2), reason);
    }

    /// Whether there is room for one element more.
    [[nodiscard]] bool enter(void *parser, qint64 attributes)
    {
        m_nodes += 1 + attributes;
        if (m_context.stop.stop_requested()) {
            stop(parser, {});
            return false;
        }
        if (m_nodes > markupNodeLimit) {
            stop(parser, MarkupWords::tr("it has more than %1 elements and attributes")
                             .arg(QLocale().toString(markupNodeLimit)));
            return false;
        }
        if (static_cast<xmlParserCtxt *>(parser)->nodeNr >= markupDepthLimit) {
            stop(parser, MarkupWords::tr("more than %1 of its elements are inside each other")
                             .arg(QLocale().toString(markupDepthLimit)));
            return false;
        }
        return true;
    }

    static void onStart(void *parser, const xmlChar *name, const xmlChar **attributes)
    {
        qint64 count = 0;
        while (attributes && attributes[2 * count])
            ++count;
        if (of(parser).enter(parser, count))
            of(parser).m_handlers.startElement(parser, name, attributes);
    }

    static void onStartNs(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                          int namespaceCount, const xmlChar **namespaces, int attributeCount,
                          int defaultedCount, const xmlChar **attributes)
    {
        Reading &reading = of(parser);
        // Five pointers an attribute: name, prefix, URI, and where its value begins and ends.
        for (int i = attributeCount - defaultedCount; i < attributeCount; ++i)
            reading.expand(parser, attributes[5 * i + 4] - attributes[5 * i + 3]);
        if (reading.enter(parser, attributeCount + namespaceCount))
            reading.m_handlers.startElementNs(parser, name, prefix, uri, namespaceCount, namespaces,
                                              attributeCount, defaultedCount, attributes);
    }

    /// Only entities that are text and hold no others: such can neither grow without bound nor read files.
    static void onEntityDeclared(void *parser, const xmlChar *name, int type, const xmlChar *publicId,
                                 const xmlChar *systemId, xmlChar *content)
    {
        const QByteArrayView text(content ? reinterpret_cast<const char *>(content) : "");
        if (type == XML_INTERNAL_GENERAL_ENTITY && !text.contains('&') && !text.contains('<'))
            of(parser).m_handlers.entityDecl(parser, name, type, publicId, systemId, content);
    }

    static xmlEntityPtr onEntity(void *parser, const xmlChar *name)
    {
        const xmlEntityPtr entity = of(parser).m_handlers.getEntity(parser, name);
        if (entity && entity->etype == XML_INTERNAL_GENERAL_ENTITY)
            of(parser).expand(parser, entity->length);
        return entity;
    }

    void expand(void *parser, qint64 bytes)
    {
        m_expanded += bytes;
        if (m_expanded > markupExpansionLimit)
            stop(parser, MarkupWords::tr("its own entities and default attributes add more than %1 to it")
                             .arg(sizeText(markupExpansionLimit)));
    }

    QByteArrayView m_text;
    Markup m_markup;
    const StageContext &m_context;
    xmlSAXHandler m_handlers{};
    xmlParserCtxt *m_parser;
    qint64 m_at = 0;
    qint64 m_reported = 0;
    qint64 m_nodes = 0;
    qint64 m_expanded = 0;
    std::optional<QString> m_excess;
    std::optional<QString> m_complaint;
};

Fault markupFault(const QString &message)
{
    return {FaultClass::Parse, {}, message};
}

} // namespace

void Document::Free::operator()(_xmlDoc *tree) const
{
    xmlFreeDoc(tree);
}

Outcome<Document> Document::read(const Body &text, Markup markup, const StageContext &context)
{
    static std::once_flag once;
    std::call_once(once, xmlInitParser);
    if (context.stop.stop_requested())
        return Cancelled{};
    if (text.size() > markupSizeLimit)
        return markupFault(MarkupWords::tr("The document is larger than the %1 that are read as a whole.")
                               .arg(sizeText(markupSizeLimit)));
    const StageContext reading = readingOnce(text, context);
    Reading run(text.bytes(), markup, reading);
    Document document;
    document.m_markup = markup;
    document.m_tree.reset(run.run());
    if (context.stop.stop_requested())
        return Cancelled{};
    if (run.excess())
        return markupFault(
            MarkupWords::tr("The document is too much to be read as a whole: %1.").arg(*run.excess()));
    document.m_complaint = run.complaint();
    document.m_size = run.size();
    if (markup == Markup::Xml && (!document.m_tree || document.m_complaint))
        return markupFault(
            MarkupWords::tr("Not well-formed XML: %1")
                .arg(document.m_complaint.value_or(MarkupWords::tr("there is nothing to read."))));
    // Without it, what is written out again has numbers for every letter beyond ASCII.
    if (document.m_tree && !document.m_tree->encoding)
        document.m_tree->encoding = xmlStrdup(BAD_CAST "UTF-8");
    return document;
}

Outcome<Body> markupText(const Payload &payload, const StageContext &context)
{
    StageContext quiet = context;
    quiet.progress = nullptr;
    Outcome<Transcoded> outcome = toUtf8(payload.currentText(), "utf-8"_ba, quiet);
    if (!outcome.succeeded())
        return ended<Body>(outcome);
    return outcome.value().text;
}

Markup markupOf(const Payload &payload)
{
    const Recognition found =
        recognise(MediaType::parse(payload.currentType()), payload.url, payload.currentText().bytes());
    return found.kind == ContentKind::Xml ? Markup::Xml : Markup::Html;
}

} // namespace inflight
