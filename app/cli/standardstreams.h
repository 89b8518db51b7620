// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace inflight {

/// Takes the places of stdin, stdout and stderr where the process was started without them, so that no file
/// that is opened later gets messages written into it or is read as input. Reading and writing them fails as
/// it would without. To be called before anything is opened.
void holdStandardStreams();

} // namespace inflight
