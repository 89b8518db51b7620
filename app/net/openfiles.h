// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace inflight {

/// Lets the process open as many files and sockets as the system allows it. Many systems give 1,024 at first,
/// for programs that still use select(2), and more to who asks; a thousand jobs in flight need more. Call it
/// once, at start and before there is a second thread: it has the system make room for the descriptors of
/// some thousand jobs, which costs a thread that needs it later up to 25 ms.
void allowManyOpenFiles();

/// How many sockets the process may have open at once, so that enough is left for files, pipes and threads,
/// without which a program cannot go on.
int mostOpenSockets();

} // namespace inflight
