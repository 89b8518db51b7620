// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/inputs.h"

#include <QStringList>

namespace inflight {

// What there is to say of inputs, in translated lines.

/// Every rejected line with source, number, text and reason; unless they are to be quiet, notes too.
QStringList inputMessages(const GatheredInputs &gathered, const Options &options);

/// That so many of `inputs` repeat an earlier one.
QString duplicatesMessage(qint64 duplicates, qint64 inputs);
/// That the run which is gone on with has so many of the inputs.
QString knownMessage(qint64 known);
/// That the list of the earlier run was cut short after so many inputs, and what to do.
QString cutShortMessage(qint64 inputs);

} // namespace inflight
