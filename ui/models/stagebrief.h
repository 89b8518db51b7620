// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/pipeline.h"

namespace inflight {

/// A stage on one line: its name and its main option, the first required one or else the first that is given:
/// "jq · .title", "delay · ms 20".
QString stageBrief(const StageDescription &stage);
/// The JSON path of the stage that the editor shows in `row` (1: the first after the fetch).
QString stagePath(int row);
/// What is wrong, as one sentence, for somebody who sees the stage: names the option where `fault` is of one.
QString faultSentence(const PipelineFault &fault, const QString &stagePath);
/// The first stage (0: the first after the fetch) from which on `now` does something else than `before`; the
/// number of stages of the shorter one when there is none.
int firstDifference(const PipelineDescription &before, const PipelineDescription &now);

} // namespace inflight
