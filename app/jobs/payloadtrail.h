// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/packedpayload.h"

#include <QList>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace inflight {

/// The payloads of one job from stage to stage, in little room: stages mostly add to what they get, so that
/// of each payload but the last it is enough to know which of the last one's fields it had already. One that
/// had something else is kept whole. Immutable; bodies count as the same where they share their bytes.
class PayloadTrail
{
public:
    PayloadTrail() = default;
    /// `url`: that of the last one as text, to be shared with whoever has it (QUrl::FullyEncoded).
    PayloadTrail(const QList<Payload> &payloads, QString url);

    [[nodiscard]] bool isEmpty() const { return !m_way; }
    [[nodiscard]] qsizetype size() const { return m_way ? static_cast<qsizetype>(m_way->steps.size()) : 0; }
    /// `index` from 0 to size() − 1.
    [[nodiscard]] Payload at(qsizetype index) const;
    /// All of them.
    [[nodiscard]] QList<Payload> payloads() const;
    /// Every body that it holds, some of them perhaps twice.
    void forEachBody(const std::function<void(const Body &)> &visit) const;
    /// How many are kept whole, the last one among them.
    [[nodiscard]] qsizetype wholeOnes() const;

private:
    using Fields = quint32; ///< a bit each, the first one lowest
    struct Step
    {
        Fields shared = 0; ///< fields that are as in m_last; the others have their first values
        int whole = -1;    ///< place in Way::whole instead; -1: none

        friend bool operator==(const Step &, const Step &) = default;
    };
    struct Way
    {
        std::vector<Step> steps; ///< never empty
        std::vector<Payload> whole;
    };

    static std::shared_ptr<const Way> shared(Way way);
    static std::pair<bool, Fields> compare(const Payload &payload, const Payload &last);

    PackedPayload m_last;
    std::shared_ptr<const Way> m_way; ///< null: empty
};

} // namespace inflight
