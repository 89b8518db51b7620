// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"
#include "jobs/statenames.h"
#include "net/redaction.h"

#include <QByteArray>

namespace inflight {

/// `record` as one line of JSON with its "\n": the object of the contract's section 3, its keys in that
/// order, and after them "method", "wire_bytes", and, where they say something, "redirects" and "insecure".
/// Each attempt has "started_ms", "duration_ms" and "back_off_ms" after its own. Safe on any thread.
QByteArray recordToJsonLine(const JobRecord &record, Secrets secrets);

/// All of `record` but its output, secrets and all, for reading it back (store/recordreader.h).
QByteArray recordToJournal(const JobRecord &record);

} // namespace inflight
