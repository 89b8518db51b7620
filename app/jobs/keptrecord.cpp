// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/keptrecord.h"

#include "jobs/packedrecord.h"

namespace inflight {

KeptRecord::operator bool() const
{
    return std::visit([](const auto &record) { return record != nullptr; }, m_record);
}

JobRecordPtr KeptRecord::get() const
{
    if (const auto *const record = std::get_if<JobRecordPtr>(&m_record))
        return *record;
    return std::get<PackedRecordPtr>(m_record)->unpacked();
}

bool KeptRecord::isPacked() const
{
    return std::holds_alternative<PackedRecordPtr>(m_record);
}

const HeaderList &KeptRecord::headers() const
{
    if (const auto *const record = std::get_if<JobRecordPtr>(&m_record))
        return (*record)->headers;
    return std::get<PackedRecordPtr>(m_record)->headers();
}

QString KeptRecord::contentType() const
{
    if (const auto *const record = std::get_if<JobRecordPtr>(&m_record))
        return (*record)->contentType;
    return std::get<PackedRecordPtr>(m_record)->contentType();
}

QStringList KeptRecord::stageNames() const
{
    if (const auto *const packed = std::get_if<PackedRecordPtr>(&m_record))
        return (*packed)->stageNames();
    QStringList names;
    for (const StageRecord &stage : std::get<JobRecordPtr>(m_record)->stages)
        names.append(stage.name);
    return names;
}

std::optional<RecordSpan> KeptRecord::span() const
{
    if (const auto *const record = std::get_if<JobRecordPtr>(&m_record))
        return spanOf(**record);
    return std::get<PackedRecordPtr>(m_record)->span();
}

} // namespace inflight
