// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/exporter.h"

#include "store/export/csvformat.h"
#include "store/export/folderexporter.h"
#include "store/export/harformat.h"
#include "store/export/jsonlinesformat.h"
#include "store/export/junitexporter.h"
#include "store/export/sqliteexporter.h"
#include "store/export/streamexporter.h"

namespace inflight {

std::unique_ptr<Exporter> Exporter::make(const OutputTarget &target, const ExportContext &context)
{
    switch (target.format) {
    case OutputFormat::JsonLines:
        return std::make_unique<StreamExporter>(target.path,
                                                std::make_unique<JsonLinesFormat>(context.secrets));
    case OutputFormat::Csv:
        return std::make_unique<StreamExporter>(target.path,
                                                std::make_unique<CsvFormat>(target.columns, context.secrets));
    case OutputFormat::Har:
        return std::make_unique<StreamExporter>(target.path, std::make_unique<HarFormat>(context));
    case OutputFormat::JUnit:
        return std::make_unique<JUnitExporter>(target.path, context.secrets);
    case OutputFormat::Sqlite:
        return std::make_unique<SqliteExporter>(target.path, context.secrets);
    case OutputFormat::Folder:
        return std::make_unique<FolderExporter>(target.path, context.secrets);
    }
    Q_UNREACHABLE();
}

} // namespace inflight
