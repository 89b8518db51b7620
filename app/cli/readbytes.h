// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/values.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <optional>
#include <variant>

namespace inflight {

/// The whole of a file, or of stdin for "-"; why not, in words with the path. Blocks until it ends.
std::variant<QByteArray, ValueRefusal> readBytes(const QString &path);

/// The same piece by piece, as they come: a pipe's as soon as there are any. `take` gives false when it wants
/// no more of them.
std::optional<ValueRefusal> readPieces(const QString &path, const std::function<bool(QByteArrayView)> &take);

} // namespace inflight
