// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"

#include <QStringList>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace inflight {

class LoopListener;
struct LoopLatency;

/// Measures how long events wait in the event loops of a run, from the first turn of each on: of the thread
/// that creates it, and of the engine's, which it finds as a sink (--report-stalls). A thread of its own
/// posts an event of normal priority to each loop every 4 ms; how late it is handled counts, for every one of
/// them, so that a stall weighs as much as it lasts. Of the longest it tells how long the thread was at work
/// meanwhile: for the rest it waited, for a processor or in a call into the system.
class StallProbe final : public RecordSink
{
public:
    StallProbe();
    ~StallProbe() override;

    void accept(const AcceptedJobs &jobs) override;
    void take(const FinishedJob &job) override;
    bool wantsBodies() const override { return false; }
    void closing() override;

    /// Ends the measurement; on the creator's thread.
    void stop();
    /// A small table of percentiles, a row a loop; after stop().
    [[nodiscard]] QStringList lines() const;

private:
    void listenToEngine();
    void add(LoopListener *listener);
    void remove(LoopListener *listener);
    void post();

    std::shared_ptr<LoopLatency> m_mainLatency;
    std::shared_ptr<LoopLatency> m_engineLatency;
    std::unique_ptr<LoopListener> m_mainListener;   ///< the creator's thread
    std::unique_ptr<LoopListener> m_engineListener; ///< the engine's thread
    bool m_isEngineDone = false;                    ///< the engine's thread

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<LoopListener *> m_listeners; ///< guarded by m_mutex
    bool m_stopping = false;                 ///< guarded by m_mutex
    std::thread m_thread;
};

} // namespace inflight
