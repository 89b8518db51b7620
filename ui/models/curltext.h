// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/requestof.h"
#include "net/redaction.h"

#include <QString>

namespace inflight {

/// A request's body for showing: a form with the values of secret-looking items replaced; of anything else,
/// which may have secrets anywhere, dots in place of it all. Unchanged with Secrets::Shown.
[[nodiscard]] QByteArray displayBody(const Request &request, Secrets secrets);

/// `request` as a curl command for a POSIX shell: one command on one line, but for line breaks in its body.
/// Whatever the request holds, the shell runs nothing else. A body that is no text is given by printf.
[[nodiscard]] QString curlCommand(const Request &request, Secrets secrets);

} // namespace inflight
