// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QString>

namespace inflight {

/// The content type as an answer's headers say it; empty: they do not.
inline QString declaredType(const HeaderList &headers)
{
    return QString::fromLatin1(headerValue(headers, "content-type"));
}

} // namespace inflight
