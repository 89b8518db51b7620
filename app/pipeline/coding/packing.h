// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace inflight {

/// The coding that a file of one member is packed in, by how it begins (gzip: RFC 1952, zstd: RFC 8878) and,
/// for br, which begins with anything, by how `name` ends: "gzip", "zstd", "br"; empty for none.
[[nodiscard]] QByteArray packingOf(QByteArrayView bytes, const QString &name);

/// `name` without the ending that stands for `coding`: "a.csv.gz" is "a.csv", "a.tgz" is "a.tar".
[[nodiscard]] QString unpackedName(const QString &name, const QByteArray &coding);

} // namespace inflight
