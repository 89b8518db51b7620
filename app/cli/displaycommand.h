// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace inflight {

/// `text`, a curl command, a part of one or any other line, with dots for the values of secret headers and of
/// flags that give credentials or cookies. A command is shown as the words that a shell would make of it.
QString withoutCommandSecrets(const QString &text);

} // namespace inflight
