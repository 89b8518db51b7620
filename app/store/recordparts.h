// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"
#include "net/redaction.h"

#include <QByteArrayView>
#include <QLatin1StringView>

namespace inflight {

class JsonWriter;

/// Writes the parts of a record that several formats have, as members of the object that is open in a
/// JsonWriter, redacted where secrets are not shown.
class RecordParts
{
public:
    /// `json` must outlive it.
    RecordParts(JsonWriter &json, Secrets secrets)
        : m_json(json)
        , m_secrets(secrets)
    {}

    /// A list of pairs of name, in lower case, and value.
    void headers(QByteArrayView key, const HeaderList &headers);
    /// The same by itself.
    void headerList(const HeaderList &headers);
    void attempts(QByteArrayView key, const JobRecord &record);
    /// Objects; where what is usual is left out, lists.
    void stages(QByteArrayView key, const QList<StageRecord> &stages);
    void fault(QByteArrayView key, const std::optional<Fault> &fault);
    /// "status", null when it is 0.
    void status(int status);
    void name(QByteArrayView key, QLatin1StringView ascii);

private:
    void stageAsObject(const StageRecord &stage);
    void stageAsList(const StageRecord &stage);
    void course(const AttemptRecord &attempt);
    void timings(const PhaseTimes &times);

    JsonWriter &m_json;
    Secrets m_secrets;
};

} // namespace inflight
