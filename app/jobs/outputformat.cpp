// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/outputformat.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Naming
{
    OutputFormat format;
    QLatin1StringView name;
    std::array<QLatin1StringView, 3> suffixes; ///< empty ones match nothing
};

constexpr std::array namings{
    Naming{OutputFormat::JsonLines, "jsonl"_L1, {".jsonl"_L1, ".ndjson"_L1}},
    Naming{OutputFormat::Csv, "csv"_L1, {".csv"_L1}},
    Naming{OutputFormat::Har, "har"_L1, {".har"_L1}},
    Naming{OutputFormat::JUnit, "junit"_L1, {".xml"_L1}},
    Naming{OutputFormat::Sqlite, "sqlite"_L1, {".sqlite"_L1, ".sqlite3"_L1, ".db"_L1}},
    Naming{OutputFormat::Folder, "dir"_L1, {"/"_L1}},
};

const Naming &namingOf(OutputFormat format)
{
    return *std::ranges::find(namings, format, &Naming::format);
}

} // namespace

QString outputFormatName(OutputFormat format)
{
    return namingOf(format).name;
}

QString outputFormatSuffix(OutputFormat format)
{
    return namingOf(format).suffixes.front();
}

QStringList outputFormatNames()
{
    QStringList names;
    for (const Naming &naming : namings)
        names.append(naming.name);
    return names;
}

std::optional<OutputFormat> outputFormatByName(const QString &name)
{
    for (const Naming &naming : namings) {
        if (naming.name == name)
            return naming.format;
    }
    return std::nullopt;
}

std::optional<OutputFormat> outputFormatBySuffix(const QString &path)
{
    for (const Naming &naming : namings) {
        for (const QLatin1StringView suffix : naming.suffixes) {
            if (!suffix.isEmpty() && path.endsWith(suffix, Qt::CaseInsensitive))
                return naming.format;
        }
    }
    return std::nullopt;
}

bool isStream(OutputFormat format)
{
    return format != OutputFormat::Sqlite && format != OutputFormat::Folder;
}

} // namespace inflight
