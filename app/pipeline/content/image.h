// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include "async/outcome.h"
#include "pipeline/mediatype.h"

namespace inflight {

/// Reads the header of an image, not its pixels: "PNG 640 × 480", or the format alone where the size is not
/// to be had from this system's image plug-ins. Fault parse where the bytes are no image although they begin
/// as one or `type` says so. One library call that reads headers only, so there is nothing to stop.
[[nodiscard]] Outcome<QString> describeImage(const MediaType &type, QByteArrayView bytes);

} // namespace inflight
