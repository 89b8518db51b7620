// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settingsfile.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace inflight {

QString settingsFile(const QString &name)
{
    return u"%1/inflight/%2.ini"_s.arg(
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation), name);
}

} // namespace inflight
