// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/redaction.h"

#include <QString>

namespace inflight {

/// A piece of an input, which need not be understood, as it may be shown: like displayText(), and in curl
/// commands and in JSON without what stands for secret headers, credentials and cookies. Where the text is
/// broken more is hidden rather than less.
QString displayInput(const QString &text, Secrets secrets);

} // namespace inflight
