// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace inflight {

/// `text` with the character references that stand in URLs and titles undone: numbers, &amp;, &lt;, &gt;,
/// &quot;, &apos; and &nbsp;. Others stay as they are.
QString withoutEntities(QStringView text);

} // namespace inflight
