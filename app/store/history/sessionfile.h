// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace inflight {

/// Whether the file at `path` is a session, by its first bytes
/// (https://www.sqlite.org/fileformat.html#the_database_header). Blocks for as long as it takes to read 72.
[[nodiscard]] bool isSessionFile(const QString &path);

/// Gives a session that was written as `from` the name `to`, which must be free, with the bodies that lie
/// beside it. A translated sentence when that cannot be done.
[[nodiscard]] std::optional<QString> moveSession(const QString &from, const QString &to);

/// What is wrong with a session that is written as `draft`, as said of the name that it is to have.
[[nodiscard]] QString faultOfTarget(QString fault, const QString &draft, const QString &target);

/// Removes a session with everything that belongs to it: its log, its bodies, its lock. A translated sentence
/// when something of it is left.
[[nodiscard]] std::optional<QString> removeSession(const QString &path);

/// What a session takes on the disk, its log and its bodies included, in bytes.
[[nodiscard]] qint64 sessionBytes(const QString &path);

} // namespace inflight
