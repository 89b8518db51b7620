// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"
#include "net/redaction.h"

namespace inflight {

class JsonWriter;

/// Writes what was sent and what was answered as members of a HAR entry that is open in a JsonWriter. Secrets
/// that are not shown are dots wherever HAR repeats them: headers, cookies, query strings, posted data.
class HarMessages
{
public:
    /// Larger bodies are left out of the archive, which says so.
    static constexpr qint64 mostBodyBytes = 16 * 1024 * 1024;

    /// `json` must outlive it.
    HarMessages(JsonWriter &json, Secrets secrets)
        : m_json(json)
        , m_secrets(secrets)
    {}

    /// `given`: what was to be posted; null for no body, or when it is not known.
    void request(const JobRecord &record, const RequestTemplate *given);
    void response(const FinishedJob &job);

private:
    void headers(const HeaderList &headers);
    void requestCookies(const HeaderList &headers);
    void responseCookies(const HeaderList &headers);
    void queryString(const QString &shownUrl);
    void postData(const RequestTemplate &sent, const HeaderList &headers);
    void content(const FinishedJob &job);
    void body(const FinishedJob &job);
    void bytes(QByteArrayView bytes);
    void version(const QString &version);
    void pair(QStringView name, QStringView value);
    [[nodiscard]] QString shown(const QString &secret) const;

    JsonWriter &m_json;
    Secrets m_secrets;
};

} // namespace inflight
