// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace inflight {

/// The path of the member `key` of what is at `path`: `$.a`, or `$["a b"]`.
[[nodiscard]] QString jsonPathMember(const QString &path, const QString &key);
/// The path of item `index` of the list at `path`: `$.a[0]`.
[[nodiscard]] QString jsonPathItem(const QString &path, qsizetype index);
/// What one says of a key that should not be there, and of one that is not.
[[nodiscard]] QString unknownKeyText(const QString &key, const QStringList &known);
[[nodiscard]] QString missingKeyText(const QString &key);

} // namespace inflight
