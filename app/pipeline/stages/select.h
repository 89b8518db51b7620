// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

#include <optional>

#include "pipeline/markup/cssselector.h"
#include "pipeline/markup/document.h"
#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// One expression of a select stage: a CSS selector, or an XPath expression.
struct SelectPath
{
    std::optional<CssSelector> css; ///< without one: the element itself, or `xpath`
    QByteArray xpath;
    QByteArray attribute; ///< this attribute is meant; empty: the node itself
};

/// How a select stage goes about it.
struct SelectRules
{
    enum class Give : quint8 { Text, Fragment };
    struct Field
    {
        QByteArray key; ///< as JSON
        SelectPath path;
    };

    SelectPath path;
    Give give = Give::Text;
    bool keepSpace = false;
    bool required = false;
    std::optional<Markup> markup; ///< nothing: by the body's type and content
    QList<Field> fields;          ///< each match becomes an object of these
    QMap<QString, QString> namespaces;
};

/// Finds parts of HTML or XML by a CSS selector or an XPath expression; each becomes a value. Fault parse
/// for a document that cannot be read, transform for an expression that is too much for it.
class SelectStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"select"};
    explicit SelectStage(SelectRules rules)
        : m_rules(std::move(rules))
    {}

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;

private:
    SelectRules m_rules;
};

/// Its entry in the registry.
[[nodiscard]] StageKind selectKind();

} // namespace inflight
