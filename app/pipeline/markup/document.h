// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>

#include <QString>

#include "async/outcome.h"
#include "pipeline/payload.h"
#include "pipeline/stage.h"

struct _xmlDoc;

namespace inflight {

/// How markup is read: HTML as it is found in the wild, or XML, where every fault counts.
enum class Markup : quint8 { Html, Xml };

/// Bytes of markup that become a tree at most, elements and attributes in it, and elements inside each other:
/// a tree is many times as large as its text.
inline constexpr qint64 markupSizeLimit = 64LL * 1024 * 1024;
inline constexpr qint64 markupNodeLimit = 2'000'000;
inline constexpr int markupDepthLimit = 2048;
/// Bytes that a document's own entities and default attributes may add to it.
inline constexpr qint64 markupExpansionLimit = 1024 * 1024;

/// A tree of libxml2. Nothing is fetched or read for it: neither external entities nor DTDs. Movable; one
/// thread at a time.
class Document
{
public:
    /// Reads `text`, which is UTF-8 whatever it says of itself. Fault parse with line and column for XML that
    /// is not well-formed, and for markup past the limits above. Polls stop, reports progress in bytes.
    [[nodiscard]] static Outcome<Document> read(const Body &text, Markup markup, const StageContext &context);

    [[nodiscard]] Markup markup() const { return m_markup; }
    /// Null where nothing was in the text.
    [[nodiscard]] _xmlDoc *tree() const { return m_tree.get(); }
    /// Elements and attributes in it.
    [[nodiscard]] qint64 size() const { return m_size; }
    /// The first thing in HTML that is not as it should be, with line and column; tags that came with HTML5
    /// are as they should be.
    [[nodiscard]] const std::optional<QString> &complaint() const { return m_complaint; }

private:
    struct Free
    {
        void operator()(_xmlDoc *tree) const;
    };

    Markup m_markup = Markup::Html;
    std::unique_ptr<_xmlDoc, Free> m_tree;
    qint64 m_size = 0;
    std::optional<QString> m_complaint;
};

/// The current text of `payload` as well-formed UTF-8, for a document.
[[nodiscard]] Outcome<Body> markupText(const Payload &payload, const StageContext &context);
/// How `payload` is to be read by its type and content.
[[nodiscard]] Markup markupOf(const Payload &payload);

} // namespace inflight
