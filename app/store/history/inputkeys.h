// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobinput.h"

#include <QHash>

namespace inflight {

/// What makes an input of one run the same as an input of another: what is requested, and the how manieth
/// such request it is in its run.
struct InputKey
{
    QString url;
    QByteArray request; ///< fingerprint of method, headers and body
    quint16 firstStage = 0;
    int occurrence = 0; ///< from 0

    friend bool operator==(const InputKey &, const InputKey &) = default;
};

inline std::size_t qHash(const InputKey &key, std::size_t seed = 0)
{
    return qHashMulti(seed, key.url, key.request, key.firstStage, key.occurrence);
}

/// Gives the inputs of one run their keys, in their order. A value of one thread.
class InputKeys
{
public:
    /// Whether requests that differ in secrets alone are different: a token may be another one each day.
    enum class Secret : quint8 { Counted, Ignored };

    explicit InputKeys(Secret secret = Secret::Counted)
        : m_secret(secret)
    {}
    [[nodiscard]] InputKey next(const JobInput &input);

private:
    [[nodiscard]] QByteArray fingerprint(const std::shared_ptr<const RequestTemplate> &request);

    Secret m_secret;
    QHash<InputKey, int> m_seen; ///< by key with occurrence 0
    QHash<std::shared_ptr<const RequestTemplate>, QByteArray> m_fingerprints;
};

} // namespace inflight
