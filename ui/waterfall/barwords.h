// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/waterfall/jobbar.h"

#include <QString>
#include <QStringList>

namespace inflight {

class Theme;

/// "queued", "back-off", "connect", "TLS", …: what a legend says.
QString phaseWord(Phase phase);
/// "attempt 2: wait for first byte, failed", "jq", "waiting before jq".
QString segmentText(const BarSegment &segment, const QStringList &stageNames);
/// `title`, and every segment with its start and its duration, as rich text. Of very many: the first and the
/// last ones.
QString barTable(const JobBar &bar, const QString &title, const QStringList &stageNames, const Theme &theme);

} // namespace inflight
