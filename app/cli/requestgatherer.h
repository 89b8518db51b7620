// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/inputs.h"
#include "cli/options.h"
#include "input/foundrequest.h"
#include "input/inputreader.h"

#include <utility>

namespace inflight {

/// Gathers requests out of texts of any format: each with what it says of itself, and with what the command
/// line says of all.
class RequestGatherer final : public RequestSink
{
public:
    /// `source`: where what is found comes from, until a file or an argument is added.
    /// `tally`: of what was gathered before.
    explicit RequestGatherer(const Options &options, const QString &source = {}, InputTally tally = {})
        : m_request(options.request)
        , m_reading(options.reading)
        , m_shard(options.shard)
        , m_source(source)
        , m_tally(std::move(tally))
    {}

    /// Why the file, or stdin for "-", cannot be read; nothing when it was.
    [[nodiscard]] std::optional<UsageFault> addFile(const QString &path);
    /// `position`: which of the command line's arguments it is, counting from 1.
    void addUrl(int position, const QString &url);
    /// What is found goes there piece by piece; to nobody when it is empty.
    void passOnTo(TakeInputs take) { m_take = std::move(take); }
    /// All that was found since it was last called.
    [[nodiscard]] GatheredInputs take() { return std::exchange(m_gathered, {}); }
    /// Once nothing more is gathered.
    [[nodiscard]] InputTally takeTally() { return std::exchange(m_tally, {}); }

    void accept(FoundRequest request) override;
    void reject(RejectedLine line) override;
    void note(NotedLine line) override;

private:
    void passOn();
    /// Whether the run has it already; each time for another one that is the same.
    [[nodiscard]] bool isKnown(const JobInput &input);
    [[nodiscard]] std::shared_ptr<const RequestTemplate>
    given(const std::shared_ptr<const RequestParts> &parts);

    std::shared_ptr<const RequestTemplate> m_request;
    ReadingOptions m_reading;
    std::optional<Shard> m_shard;
    QString m_source;
    TakeInputs m_take;
    bool m_isEnough = false; ///< nobody wants more
    GatheredInputs m_gathered;
    InputTally m_tally;
    /// What the last parts became: the URLs of a range have the same ones.
    std::shared_ptr<const RequestParts> m_lastParts;
    std::shared_ptr<const RequestTemplate> m_lastGiven;
};

} // namespace inflight
