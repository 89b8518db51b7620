// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/streamexporter.h"

namespace inflight {

std::optional<QString> StreamExporter::open()
{
    if (auto error = m_file.open())
        return error;
    return m_file.write(m_format->head());
}

std::optional<QString> StreamExporter::write(const FinishedJob &job)
{
    return m_file.write(m_format->entry(job));
}

std::optional<QString> StreamExporter::commit()
{
    if (auto error = m_file.write(m_format->tail()))
        return error;
    return m_file.commit();
}

} // namespace inflight
