// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace inflight {

/// A new file in `folder` that has no name yet, to read and write, for everybody whom the umask lets; it is
/// gone with its last descriptor unless it gets one. -1 where the file system has no such files; errno says
/// why.
[[nodiscard]] int openNameless(const QString &folder);

/// Puts it on the disk and gives it the name `path`: it is there whole or not at all. False where that is
/// refused; errno says why, EEXIST: the name is taken.
[[nodiscard]] bool giveName(int descriptor, const QString &path);

} // namespace inflight
