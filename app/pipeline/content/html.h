// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace inflight {

/// The title of a page in UTF-8, with references resolved and white space collapsed, at most 80 characters;
/// empty when its first 256 KiB have none. HTML has no faults.
[[nodiscard]] QString htmlTitle(QByteArrayView page);

} // namespace inflight
