// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include "async/outcome.h"
#include "pipeline/stage.h"

namespace inflight {

/// What a well-formed XML document is: its root and how much is in it.
struct XmlSummary
{
    QString root;        ///< the root element's qualified name
    qint64 elements = 0; ///< all of them, the root included

    /// For a person: "XML <rss>, 152 elements".
    [[nodiscard]] QString text() const;
};

/// Reads `text` (UTF-8, whatever its XML declaration says of encodings: that was decoded) as XML 1.0 with
/// namespaces. Fault parse with line and column (in UTF-16 units, as Qt counts) where it is not well-formed;
/// also where one text, comment or tag is longer than `xmlPieceLimit`, since each is held in memory. Polls
/// stop, reports progress in bytes.
[[nodiscard]] Outcome<XmlSummary> checkXml(QByteArrayView text, const StageContext &context);

inline constexpr qint64 xmlPieceLimit = 64LL * 1024 * 1024;

} // namespace inflight
