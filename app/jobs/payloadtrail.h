// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/payload.h"

#include <QList>

#include <bitset>
#include <functional>
#include <vector>

namespace inflight {

/// The payloads of one job from stage to stage, in little room: stages mostly add to what they get, so that
/// of each payload but the last it is enough to know which of the last one's fields it had already. One that
/// had something else is kept whole. Immutable; bodies count as the same where they share their bytes.
class PayloadTrail
{
public:
    PayloadTrail() = default;
    explicit PayloadTrail(const QList<Payload> &payloads);

    [[nodiscard]] bool isEmpty() const { return m_steps.empty(); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_steps.size()); }
    /// `index` from 0 to size() − 1.
    [[nodiscard]] Payload at(qsizetype index) const;
    /// All of them.
    [[nodiscard]] QList<Payload> payloads() const;
    /// Those that are kept whole: every body that the trail holds is in one of them.
    void forEachWhole(const std::function<void(const Payload &)> &visit) const;

private:
    using Fields = std::bitset<32>;
    struct Step
    {
        Fields shared;  ///< fields that are as in m_last; the others have their first values
        int whole = -1; ///< place in m_whole instead; -1: none
    };

    static std::pair<bool, Fields> compare(const Payload &payload, const Payload &last);

    Payload m_last;
    std::vector<Step> m_steps;
    std::vector<Payload> m_whole;
};

} // namespace inflight
