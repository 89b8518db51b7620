// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace inflight {

class JobModel;

/// What can stand behind a keyword of the filter, as the jobs of this run have it: the states, stages and
/// classes that there are, and the methods, status codes, media types, hosts and origins seen. Of many jobs a
/// part, evenly spread, is looked at: a few milliseconds at most. UI thread.
QStringList filterValues(const QString &keyword, const JobModel &jobs);

} // namespace inflight
