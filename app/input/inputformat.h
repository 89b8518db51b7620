// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace inflight {

/// What people hand over requests in.
enum class InputFormat : quint8 {
    List,  ///< a URL a line
    Curl,  ///< curl commands; a list may hold them, too
    Prose, ///< text with URLs in it
    Markdown,
    Html,  ///< and XML: sitemaps, feeds
    Table, ///< CSV, TSV and their like
    Json,
    JsonLines,
    Har
};

/// All of them, in the order in which they are offered.
QList<InputFormat> inputFormats();
/// The name that --input-format takes: "list", "curl", "text", "markdown", "html", "csv", "json", "jsonl",
/// "har".
QString inputFormatKey(InputFormat format);
std::optional<InputFormat> inputFormatOf(QStringView key);
/// Translated, as in "cURL commands".
QString inputFormatName(InputFormat format);

/// Enough of an input to recognise its format by.
constexpr qsizetype recognisableSize = 64 * 1024;

/// The format of an input by its first recognisableSize characters, or by all of it. What could be a list of
/// URLs is one. JSON and HAR are told apart by whoever reads them whole.
InputFormat recogniseInput(QStringView beginning);
/// The same of an input that goes on: a line that is an object is then one of JSON Lines.
InputFormat recogniseBeginning(QStringView beginning);
/// Whether recogniseBeginning() need not wait for more of an input that comes slowly: JSON and JSON Lines are
/// told apart by a first line that is whole.
bool isRecognisable(QStringView beginning);

} // namespace inflight
