// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace inflight {

/// `text` with dots for the values of members and headers whose names look secret. Of what is not valid JSON
/// nothing is left from the object or list on that the first such name stands in.
QString withoutJsonSecrets(const QString &text);

} // namespace inflight
