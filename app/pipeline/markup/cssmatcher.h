// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>

#include <functional>

#include "pipeline/markup/cssselector.h"
#include "pipeline/markup/document.h"
#include "pipeline/stage.h"

struct _xmlNode;

namespace inflight {

/// Finds the elements of one document that selectors mean. One thread at a time.
class CssMatcher
{
public:
    CssMatcher(const Document &document, const StageContext &context);

    /// Gives the elements below `root` that `selector` means, in the order of the document, to `work` until
    /// that answers false. What the selector says is looked for in the whole document, as browsers do.
    void forEach(const CssSelector &selector, _xmlNode *root, const std::function<bool(_xmlNode *)> &work);
    /// Whether it had to give up: it was stopped, or the selectors are too much for the document.
    [[nodiscard]] bool gaveUp() const { return m_gaveUp; }

private:
    /// Where an element stands among its siblings, counted from 1: of all and of its name, from both ends.
    struct Standing
    {
        int ofAll[2] = {0, 0};
        int ofType[2] = {0, 0};
    };

    bool matches(const CssComplex &complex, std::size_t compound, const _xmlNode *element);
    bool matches(const CssCompound &compound, const _xmlNode *element);
    bool matches(const CssAttribute &wanted, const _xmlNode *element);
    bool matches(const CssPlace &place, const _xmlNode *element);
    const Standing &standing(const _xmlNode *element);
    void count(const _xmlNode *first);
    bool step();

    bool m_html;
    const StageContext &m_context;
    QHash<const _xmlNode *, Standing> m_standings;
    qint64 m_steps = 0;
    qint64 m_polled = 0;
    bool m_gaveUp = false;
};

} // namespace inflight
