// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobinput.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <memory>

namespace inflight {

/// What a run was started with, beside its inputs. Arguments may hold secrets.
struct SessionInfo
{
    QString name;
    QDateTime created;     ///< UTC; null: when the first of it is written
    QStringList arguments; ///< the flags of its settings, as on the command line
    QByteArray pipeline;   ///< as a pipeline file
    /// More inputs were to come from stdin when it was last written: the list is not known to its end.
    bool inputsOpen = false;
    /// What inputs ask for that do not say it themselves; null: a plain GET.
    std::shared_ptr<const RequestTemplate> request = nullptr;
    /// Jobs were going through stages again when it was last written: some results are those of before.
    bool stagesAgain = false;
};

/// Those of SessionInfo that may change while the run goes on.
struct SessionSettings
{
    QStringList arguments;
    QByteArray pipeline;
};

/// The key of SessionInfo::inputsOpen in the table `run`; not there: false.
inline constexpr QLatin1StringView inputsOpenKey{"inputs_open"};

/// The key of SessionInfo::stagesAgain there.
inline constexpr QLatin1StringView stagesAgainKey{"stages_again"};

/// How far a run has come.
struct SessionCounts
{
    qint64 inputs = 0;
    qint64 succeeded = 0;
    qint64 failed = 0;
    qint64 cancelled = 0;
    qint64 bytes = 0; ///< of decoded bodies

    [[nodiscard]] qint64 unfinished() const { return inputs - succeeded - failed - cancelled; }
};

} // namespace inflight
