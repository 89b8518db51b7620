// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <functional>

#include "pipeline/markup/document.h"

namespace inflight {

/// Which links of a page are meant.
enum class LinkSet : quint8 {
    All,
    Pages,    ///< where a person would go: a, area, frames
    Resources ///< what the page is made of: pictures, scripts, style sheets, media
};

/// One link of a page.
struct Link
{
    QString url;     ///< absolute, http or https, without a fragment
    QByteArray text; ///< of the element, white space collapsed, at most 500 bytes; of pictures, their alt
    QByteArray tag;  ///< the element, such as "a"
    QByteArray attribute; ///< and the attribute it stands in, such as "href"

    /// As a JSON object with these names.
    [[nodiscard]] QByteArray toJson() const;
};

/// Gives the links of `page`, which is at `url`, in its order to `work` until that answers false; the page's
/// base element is heeded. Left out are links within the page, and those that are not http or https. False
/// when `work` answered that or the stage was stopped.
[[nodiscard]] bool forEachLink(const Document &page, const QUrl &url, LinkSet set,
                               const StageContext &context,
                               const std::function<bool(const Link &link)> &work);

/// The title of `page`, white space collapsed, at most `longest` characters; empty when it has none.
[[nodiscard]] QString documentTitle(const Document &page, qsizetype longest);

} // namespace inflight
