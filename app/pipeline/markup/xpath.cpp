// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/markup/xpath.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "pipeline/values.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct XPathWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::XPath)
};

constexpr qsizetype longestShown = 200;
constexpr qint64 mostOperations = 2'500'000;
constexpr qint64 mostComparisons = 2'000'000'000;

/// Whether nodes may be reached on several ways. The library then compares each found with all others, and
/// does not count that among its operations.
bool isCostly(const QByteArray &expression)
{
    static constexpr std::array ways{"..", "parent", "ancestor", "following", "preceding", "id("};
    return expression.count("//") + expression.count("descendant") > 1 ||
           std::ranges::any_of(ways, [&](const char *way) { return expression.contains(way); });
}

struct FreeResult
{
    void operator()(xmlXPathObject *result) const { xmlXPathFreeObject(result); }
};

/// Without one of its own, a context writes faults to stderr; what it is about stands in `lastError`.
void passOver(void *, xmlErrorPtr) {}

void passOverText(void *, const char *, ...) {}

/// Some faults the library writes to stderr nevertheless, by way of what is set for the thread.
class Quiet
{
    Q_DISABLE_COPY_MOVE(Quiet)

public:
    Quiet() { xmlSetGenericErrorFunc(nullptr, &passOverText); }
    ~Quiet() { xmlSetGenericErrorFunc(m_context, m_before); }

private:
    xmlGenericErrorFunc m_before = xmlGenericError;
    void *m_context = xmlGenericErrorContext;
};

QByteArray numberJson(double number)
{
    if (!std::isfinite(number))
        return "null";
    return QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

std::vector<xmlNode *> nodesOf(const xmlNodeSet *set)
{
    std::vector<xmlNode *> nodes;
    for (int i = 0; set && i < set->nodeNr; ++i) {
        // Namespace nodes are no nodes of the tree: they end with the result.
        if (set->nodeTab[i]->type != XML_NAMESPACE_DECL)
            nodes.push_back(set->nodeTab[i]);
    }
    return nodes;
}

QString faultText(const QByteArray &expression, int code, int position)
{
    const QString shown = QString::fromUtf8(expression).left(longestShown);
    switch (code - XML_XPATH_EXPRESSION_OK) {
    case XPATH_OP_LIMIT_EXCEEDED:
    case XPATH_RECURSION_LIMIT_EXCEEDED:
    case XPATH_MEMORY_ERROR:
    case XPATH_STACK_ERROR:
        return XPathWords::tr("The XPath expression “%1” is too much work in this document.").arg(shown);
    case XPATH_UNDEF_PREFIX_ERROR:
        return XPathWords::tr(
                   "The XPath expression “%1” has a prefix that no namespace was given for (option "
                   "“namespaces”).")
            .arg(shown);
    case XPATH_UNKNOWN_FUNC_ERROR:
        return XPathWords::tr("The XPath expression “%1” calls a function that XPath 1.0 does not have.")
            .arg(shown);
    case XPATH_UNDEF_VARIABLE_ERROR:
    case XPATH_FORBID_VARIABLE_ERROR:
        return XPathWords::tr("The XPath expression “%1” has a variable; there are none here.").arg(shown);
    default:
        return XPathWords::tr("“%1” is not an XPath 1.0 expression: see near character %2.")
            .arg(shown, QString::number(std::max(position, 1)));
    }
}

} // namespace

void XPath::FreeContext::operator()(_xmlXPathContext *context) const
{
    xmlXPathFreeContext(context);
}

void XPath::FreeExpression::operator()(_xmlXPathCompExpr *expression) const
{
    xmlXPathFreeCompExpr(expression);
}

XPath::XPath(const Document &document, const QMap<QString, QString> &namespaces)
    : m_root(reinterpret_cast<xmlNode *>(document.tree()))
    , m_size(document.size())
    , m_context(xmlXPathNewContext(document.tree()))
{
    if (!m_context)
        return;
    m_context->error = &passOver;
    const qint64 operations = m_size > xpathSizeLimit
                                  ? mostOperations
                                  : std::min(mostOperations, mostComparisons / std::max<qint64>(m_size, 1));
    m_context->opLimit = static_cast<unsigned long>(operations);
    for (auto each = namespaces.begin(); each != namespaces.end(); ++each)
        xmlXPathRegisterNs(m_context.get(), BAD_CAST each.key().toUtf8().constData(),
                           BAD_CAST each.value().toUtf8().constData());
    // Results are put in order much faster once the elements are numbered.
    if (document.tree())
        xmlXPathOrderDocElems(document.tree());
}

XPath::~XPath() = default;

Outcome<XPathResult> XPath::evaluate(const QByteArray &expression, _xmlNode *node)
{
    if (!m_context || !m_root)
        return XPathResult{};
    const Quiet quiet;
    xmlResetError(&m_context->lastError);
    auto &compiled = m_expressions[expression];
    if (!compiled) {
        // In brackets: the library has another way for simple paths, which takes no heed of the bound.
        const QByteArray bracketed = '(' + expression + ')';
        compiled.reset(xmlXPathCtxtCompile(m_context.get(), BAD_CAST bracketed.constData()));
    }
    if (!compiled)
        return fault(expression);
    if (m_size > xpathSizeLimit && isCostly(expression)) {
        const QString shown = QString::fromUtf8(expression).left(longestShown);
        return Fault{
            FaultClass::Transform,
            {},
            XPathWords::tr("The XPath expression “%1” is too much work in a document with more than %2 "
                           "elements and attributes: use // once and no way back, or a CSS selector.")
                .arg(shown, QLocale().toString(xpathSizeLimit))};
    }
    m_context->opCount = 0;
    m_context->node = node ? node : m_root;
    const std::unique_ptr<xmlXPathObject, FreeResult> object(
        xmlXPathCompiledEval(compiled.get(), m_context.get()));
    if (!object)
        return fault(expression);
    XPathResult result;
    switch (object->type) {
    case XPATH_NODESET:
        xmlXPathNodeSetSort(object->nodesetval);
        result.nodes = nodesOf(object->nodesetval);
        break;
    case XPATH_BOOLEAN:
        result.value = object->boolval ? "true" : "false";
        break;
    case XPATH_NUMBER:
        result.value = numberJson(object->floatval);
        break;
    default:
        result.value = jsonString(reinterpret_cast<const char *>(object->stringval));
    }
    return result;
}

Fault XPath::fault(const QByteArray &expression) const
{
    return {FaultClass::Transform,
            {},
            faultText(expression, m_context->lastError.code, m_context->lastError.int1)};
}

std::optional<QString> xpathFault(const QString &expression, const QMap<QString, QString> &namespaces)
{
    // In brackets, these would be an expression.
    int open = 0;
    QString unquoted = expression;
    unquoted.remove(QRegularExpression(u"\"[^\"]*\"|'[^']*'"_s));
    for (const QChar c : std::as_const(unquoted)) {
        open += c == u'(' ? 1 : c == u')' ? -1 : 0;
        if (open < 0)
            return faultText(expression.toUtf8(), 0, 0);
    }
    // Prefixes and functions are looked up when an expression is evaluated, so that is done on little.
    const Outcome<Document> document = Document::read(Body("<a/>"), Markup::Xml, {});
    if (!document.succeeded())
        return std::nullopt;
    XPath xpath(document.value(), namespaces);
    const Outcome<XPathResult> result = xpath.evaluate(expression.toUtf8(), nullptr);
    return result.failed() ? std::optional(result.fault().message) : std::nullopt;
}

} // namespace inflight
