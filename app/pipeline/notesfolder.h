// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFileInfo>
#include <QString>

namespace inflight {

/// Makes the folder of `file`, and the one around it, for their owner alone: the session beside which they
/// lie may hold secrets.
inline void makeNotesFolder(const QString &file)
{
    constexpr auto ownersAlone = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    const QString folder = QFileInfo(file).path();
    QDir().mkdir(QFileInfo(folder).path(), ownersAlone);
    QDir().mkdir(folder, ownersAlone);
}

} // namespace inflight
