// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace inflight {

/// Whether this is a build with AddressSanitizer, which keeps freed memory and has a shadow of it all: what
/// the process takes says nothing then.
#if defined(__SANITIZE_ADDRESS__) || (defined(__has_feature) && __has_feature(address_sanitizer))
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

/// File descriptors that the process has open.
int openFileDescriptors();
/// Threads of the process.
int processThreads();
/// Memory of the process that is in RAM, in bytes.
qint64 residentBytes();
/// Raises the soft limit of file descriptors to `wanted` or as far as the hard one allows; gives what it is
/// then.
qint64 raiseDescriptorLimit(qint64 wanted);

/// Lowers the process's limit of file descriptors for as long as it lives.
class DescriptorLimit
{
    Q_DISABLE_COPY_MOVE(DescriptorLimit)

public:
    explicit DescriptorLimit(qint64 most);
    ~DescriptorLimit();

private:
    qint64 m_before;
};

} // namespace inflight
