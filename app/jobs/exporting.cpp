// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/exporting.h"

namespace inflight {

Exporting::Exporting(QObject *parent)
    : QObject(parent)
{}

Exporting::~Exporting() = default;

} // namespace inflight
