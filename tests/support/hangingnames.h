// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtGlobal>

namespace inflight {

/// While one lives, look-ups of names() in this process hang, as with a name server that does not answer:
/// the C library's function is replaced by one that waits. All others go on to the real one.
class HangingNames
{
    Q_DISABLE_COPY_MOVE(HangingNames)

public:
    HangingNames();
    /// Lets all of them go, as not found.
    ~HangingNames();
    [[nodiscard]] static QString name(int number);
    /// How many threads hang now.
    [[nodiscard]] static int hanging();
};

} // namespace inflight
