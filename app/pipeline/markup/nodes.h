// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include <QByteArray>
#include <QByteArrayView>

struct _xmlNode;

namespace inflight {

/// What one reads from the nodes of a Document, in UTF-8.

[[nodiscard]] QByteArrayView nodeName(const _xmlNode *node);
[[nodiscard]] bool isElement(const _xmlNode *node);
/// The element before or after `node` among its siblings; null when there is none.
[[nodiscard]] const _xmlNode *elementBefore(const _xmlNode *node);
[[nodiscard]] const _xmlNode *elementFrom(const _xmlNode *node);
/// The node after `node` in the order of the document within `root`; null after the last.
[[nodiscard]] const _xmlNode *nodeAfter(const _xmlNode *node, const _xmlNode *root);

/// The value of an element's attribute without a namespace; nothing when it has none.
[[nodiscard]] std::optional<QByteArray> attribute(const _xmlNode *element, QByteArrayView name);
/// The text in a node and all it holds, or of an attribute, as it stands.
[[nodiscard]] QByteArray nodeText(const _xmlNode *node);
/// The same without white space around it and with one space for white space in it, at most `longest` bytes
/// of it (whole characters), having looked at a bounded number of nodes.
[[nodiscard]] QByteArray briefText(const _xmlNode *node, qsizetype longest);
/// `text` without white space around it and with one space for each stretch of it inside.
[[nodiscard]] QByteArray collapsed(QByteArrayView text);
/// The node as markup.
[[nodiscard]] QByteArray nodeMarkup(_xmlNode *node);

} // namespace inflight
