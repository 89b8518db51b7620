// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/intake.h"
#include "input/json/jsontape.h"

namespace inflight {

/// The entries of an HTTP Archive (HAR 1.2), when `value` is one; nothing otherwise.
std::optional<JsonValue> harEntries(const JsonValue &value);

/// Takes the requests of an archive's entries: method, headers and body as they were sent, without the
/// headers that belong to one connection or that follow from the rest.
void readHar(const JsonValue &entries, Intake &intake);

} // namespace inflight
