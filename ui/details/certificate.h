// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panes/jobstory.h"

namespace inflight {

/// The page of the Details that tells how a job's server showed who it is, as rich text.
QString certificateHtml(const JobStory &story, const Theme &theme);

} // namespace inflight
