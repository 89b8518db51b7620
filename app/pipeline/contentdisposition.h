// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace inflight {

/// The file name that a Content-Disposition header proposes (RFC 6266): filename* (RFC 8187, in UTF-8 or
/// ISO-8859-1) before filename, whichever comes first; of filename, bytes that are no UTF-8 are taken for
/// ISO-8859-1. The last segment where it has folders (section 4.3). Empty when there is none. What comes out
/// is a stranger's wish and may be any text: a name for a file is made of it by safeFileName().
[[nodiscard]] QString proposedFileName(QByteArrayView header);

} // namespace inflight
