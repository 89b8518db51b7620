// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/sessionplace.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace inflight {

QString sessionsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/inflight/runs"_L1;
}

QString newSessionPath(const QDateTime &moment)
{
    // The process tells two apart that begin in the same second.
    const QString stem = u"%1/%2-%3"_s.arg(sessionsFolder(), moment.toString(u"yyyy-MM-dd-HHmmss"_s),
                                           QString::number(QCoreApplication::applicationPid()));
    QString path = stem + ".inflight"_L1;
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = u"%1-%2.inflight"_s.arg(stem, QString::number(number));
    return path;
}

QString sessionLockPath(const QString &session)
{
    return session + ".lock"_L1;
}

} // namespace inflight
