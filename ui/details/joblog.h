// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panes/jobstory.h"

#include <QList>

namespace inflight {

/// Something that happened to a job.
struct JobEvent
{
    double ms = 0; ///< after the job's start
    QString text;  ///< translated; may hold secrets
};

/// What happened to a job, in order of time, as its record and its row tell it.
QList<JobEvent> jobEvents(const JobStory &story);

} // namespace inflight
