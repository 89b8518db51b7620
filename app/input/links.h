// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace inflight {

/// What a page or a document refers to.
enum class LinkKind : quint8 {
    Absolute,  ///< it has a scheme, or begins with "//"
    Relative,  ///< it needs the address of the document
    NotFetched ///< a place in the document itself, an address to write to, a script, data
};

LinkKind linkKind(QStringView target);

} // namespace inflight
