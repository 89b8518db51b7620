// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"
#include "jobs/runsettings.h"
#include "net/redaction.h"

#include <QByteArray>

namespace inflight {

/// One request as --dump prints it: {"id", "method", "url", "headers": [[name, value]…], "body"} and "\n". A
/// body that is not UTF-8 text stands as "body_base64" instead, "body" being null then; an input that has a
/// name has "name", too. With Secrets::Shown it is an input that gives the same request.
QByteArray requestToJsonLine(JobId id, const JobInput &input, Secrets secrets);

} // namespace inflight
