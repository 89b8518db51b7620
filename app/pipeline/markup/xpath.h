// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "async/outcome.h"
#include "pipeline/markup/document.h"

struct _xmlNode;
struct _xmlXPathContext;
struct _xmlXPathCompExpr;

namespace inflight {

/// Elements and attributes of documents that any expression is evaluated in.
inline constexpr qint64 xpathSizeLimit = 50'000;

/// What an expression gives: nodes in the order of the document, or one value as JSON.
struct XPathResult
{
    std::vector<_xmlNode *> nodes;
    std::optional<QByteArray> value;
};

/// Evaluates XPath 1.0 in one document, each evaluation bounded in its work (about a second), since it cannot
/// be interrupted: in documents past `xpathSizeLimit` only expressions that go down from where they are, and
/// over // once. One thread at a time; the document must outlive it.
class XPath
{
public:
    /// `namespaces`: prefixes that expressions may use, and their URIs.
    XPath(const Document &document, const QMap<QString, QString> &namespaces);
    ~XPath();
    Q_DISABLE_COPY_MOVE(XPath)

    /// `expression` seen from `node`; null: the document. Fault transform where it is none, or too much.
    [[nodiscard]] Outcome<XPathResult> evaluate(const QByteArray &expression, _xmlNode *node);

private:
    struct FreeContext
    {
        void operator()(_xmlXPathContext *context) const;
    };
    struct FreeExpression
    {
        void operator()(_xmlXPathCompExpr *expression) const;
    };

    [[nodiscard]] Fault fault(const QByteArray &expression) const;

    _xmlNode *m_root;
    qint64 m_size;
    std::unique_ptr<_xmlXPathContext, FreeContext> m_context;
    // The library writes into what it compiled, so they are not shared between threads.
    std::map<QByteArray, std::unique_ptr<_xmlXPathCompExpr, FreeExpression>> m_expressions;
};

/// What is wrong with `expression` as it stands, a translated sentence.
[[nodiscard]] std::optional<QString> xpathFault(const QString &expression,
                                                const QMap<QString, QString> &namespaces);

} // namespace inflight
