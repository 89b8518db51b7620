// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace inflight {

// What the demo server has to tell. The same arguments always give the same bytes.

/// A person of the harbour's staff.
QJsonObject demoUser(int id);
/// `count` orders with their positions, numbered from `first` on.
QJsonObject demoOrders(int first, int count);
/// Readings as a JSON array of at least `size` bytes.
QByteArray demoMeasurements(qsizetype size);

/// Bytes of one line of a CSV of readings, its end included.
inline constexpr qint64 demoCsvLine = 64;
/// Bytes `offset` to `offset` + `most` of a CSV of readings: a heading, then lines without end, demoCsvLine
/// each.
QByteArray demoCsv(qint64 offset, qint64 most);
/// Bytes that look like nothing in particular, likewise.
QByteArray demoNoise(qint64 offset, qint64 most);

QByteArray demoHtml(const QByteArray &title, int paragraphs);
QByteArray demoFeed(int items);
/// Plain text of so many lines.
QByteArray demoLog(int lines);

} // namespace inflight
