// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace inflight {

/// Finds parts of JSON text without changing a character of them: numbers keep their digits, objects the
/// order of their keys. All of these take text that is valid (checkJson()).

/// The steps of a JSON pointer (RFC 6901), unescaped; nothing when it is none.
[[nodiscard]] std::optional<QStringList> pointerSteps(QStringView pointer);

/// What `steps` lead to from the value in `json`; nothing when there is no such part.
[[nodiscard]] std::optional<QByteArrayView> jsonPart(QByteArrayView json, const QStringList &steps);

/// Gives the items of the array in `json` one by one until `work` answers false. False when it did, or when
/// `json` is no array.
bool forEachItem(QByteArrayView json, const std::function<bool(QByteArrayView item)> &work);

/// Gives the members of the object in `json` likewise, keys unescaped.
bool forEachMember(QByteArrayView json,
                   const std::function<bool(const QString &key, QByteArrayView value)> &work);

/// What the string in `json`, quotes included, says; a null text when it is no string.
[[nodiscard]] QString jsonStringText(QByteArrayView json);

} // namespace inflight
