// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/bodypart.h"
#include "jobs/jobinput.h"
#include "jobs/jobrecord.h"

namespace inflight {

/// A job of an earlier run that is gone on with.
struct RestoredJob
{
    JobInput input;
    JobRecordPtr record;                       ///< how it ended; null: it did not, and is fetched
    bool stored = false;                       ///< its body can be had from StoredBodies
    std::shared_ptr<const BodyPart> part = {}; ///< of its body, where it is not whole; null: none
    bool asksAnew = false;                     ///< what it sends is not what the earlier run would have sent
};

} // namespace inflight
