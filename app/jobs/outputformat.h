// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace inflight {

/// What results are written as.
enum class OutputFormat : quint8 {
    JsonLines, ///< one JSON object a job (contract, section 3)
    Csv,       ///< a table with a header (RFC 4180)
    Har,       ///< HTTP Archive 1.2, as browsers' network panels open it
    JUnit,     ///< JUnit's XML: each job a test case
    Sqlite,    ///< a database with one table
    Folder     ///< the bodies, each in a file of its own, and an index of them
};

/// As --format names them: "jsonl", "csv", "har", "junit", "sqlite", "dir".
[[nodiscard]] QString outputFormatName(OutputFormat format);
[[nodiscard]] QStringList outputFormatNames();
[[nodiscard]] std::optional<OutputFormat> outputFormatByName(const QString &name);
/// What the end of a path says: "/" is a folder; nothing when it is no suffix known here.
[[nodiscard]] std::optional<OutputFormat> outputFormatBySuffix(const QString &path);
/// The suffix that stands for it: ".csv"; "/" for a folder.
[[nodiscard]] QString outputFormatSuffix(OutputFormat format);
/// Whether it can be written from beginning to end, as stdout and pipes want it.
[[nodiscard]] bool isStream(OutputFormat format);

} // namespace inflight
