// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/inputformat.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct InputFormatText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::InputFormat)
};

struct Key
{
    InputFormat format;
    QLatin1StringView name;
};

constexpr auto keys = std::to_array<Key>({{InputFormat::List, "list"_L1},
                                          {InputFormat::Curl, "curl"_L1},
                                          {InputFormat::Prose, "text"_L1},
                                          {InputFormat::Markdown, "markdown"_L1},
                                          {InputFormat::Html, "html"_L1},
                                          {InputFormat::Table, "csv"_L1},
                                          {InputFormat::Json, "json"_L1},
                                          {InputFormat::JsonLines, "jsonl"_L1},
                                          {InputFormat::Har, "har"_L1}});

} // namespace

QList<InputFormat> inputFormats()
{
    QList<InputFormat> formats;
    for (const Key &key : keys)
        formats.append(key.format);
    return formats;
}

QString inputFormatKey(InputFormat format)
{
    return std::ranges::find(keys, format, &Key::format)->name;
}

std::optional<InputFormat> inputFormatOf(QStringView key)
{
    const auto found = std::ranges::find_if(keys, [key](const Key &each) { return key == each.name; });
    return found == keys.end() ? std::nullopt : std::optional(found->format);
}

QString inputFormatName(InputFormat format)
{
    switch (format) {
    case InputFormat::List:
        return InputFormatText::tr("List, one URL a line");
    case InputFormat::Curl:
        return InputFormatText::tr("cURL commands");
    case InputFormat::Prose:
        return InputFormatText::tr("Text with URLs in it");
    case InputFormat::Markdown:
        return InputFormatText::tr("Markdown");
    case InputFormat::Html:
        return InputFormatText::tr("HTML or XML");
    case InputFormat::Table:
        return InputFormatText::tr("Table (CSV, TSV)");
    case InputFormat::Json:
        return InputFormatText::tr("JSON");
    case InputFormat::JsonLines:
        return InputFormatText::tr("JSON Lines");
    case InputFormat::Har:
        break;
    }
    return InputFormatText::tr("HAR (HTTP Archive)");
}

} // namespace inflight
