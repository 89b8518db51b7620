// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/append/appendfile.h"

#include "pipeline/append/linefile.h"
#include "pipeline/append/sqlitefile.h"

namespace inflight {

std::unique_ptr<AppendFile> AppendFile::make(const AppendTarget &target)
{
    if (target.format == AppendFormat::Sqlite)
        return std::make_unique<SqliteFile>(target);
    return std::make_unique<LineFile>(target);
}

} // namespace inflight
