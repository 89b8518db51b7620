// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QChar>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace inflight {

/// Splits a record of comma-separated values (RFC 4180) or their like. `separator` null: the whole record is
/// one field. Nothing when a quoted field does not end in it: the record goes on in the next line.
std::optional<QStringList> splitRecord(QStringView record, QChar separator);

} // namespace inflight
