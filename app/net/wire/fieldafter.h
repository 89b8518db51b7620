// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QByteArrayView>

namespace inflight {

/// The field at `place` of an answer's head, its name in lower case. Where the answer `before` said the same
/// there, most likely by the same server, it shares its memory.
inline Header fieldAfter(const HeaderList &before, qsizetype place, QByteArrayView name, QByteArrayView value)
{
    if (place >= before.size() || before.at(place).name.compare(name, Qt::CaseInsensitive) != 0)
        return {name.toByteArray().toLower(), value.toByteArray()};
    const Header &same = before.at(place);
    return {same.name, same.value == value ? same.value : value.toByteArray()};
}

} // namespace inflight
