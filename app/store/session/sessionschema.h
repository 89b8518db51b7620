// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace inflight {

/// The statements that make the tables of version `from` + 1 out of those of version `from`; of 0, nothing is
/// there. A step that was ever published never changes: what is new is a further one.
[[nodiscard]] QStringList schemaStep(int from);

} // namespace inflight
