// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSize>

namespace inflight {

/// A sea under an evening sky, `size` large, encoded as `format` ("png" or "jpg"). The same for the same
/// arguments. Needs no QGuiApplication.
QByteArray demoPicture(QSize size, const char *format, int hue);

} // namespace inflight
