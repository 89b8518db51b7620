// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"
#include "jobs/jobfilter.h"
#include "net/redaction.h"
#include "store/export/exporter.h"
#include "store/export/requestbook.h"
#include "store/outputtarget.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace inflight {

/// Writes every finished job to all outputs at once, on a thread of its own, as they come: to pipes
/// and stdout at once, to files at most 250 ms later. A file gets its name in finish(). An output that fails
/// once is not tried again; the others go on.
///
/// open() and finish() belong to the creator's thread, take() to the engine's.
class ResultWriter final : public RecordSink
{
public:
    /// Bodies that wait to be written take at most so much memory; those that come then are left out, and
    /// finish() says so.
    static constexpr qint64 mostWaiting = 512LL * 1024 * 1024;

    ResultWriter(QList<OutputTarget> targets, Secrets secrets);
    /// Without finish() before it, files keep their .part.
    ~ResultWriter() override;

    /// Called once on the writer's thread when the last output has failed and there is no use in going on. To
    /// be set before open().
    void setGivenUpHandler(std::function<void()> handler) { m_givenUp = std::move(handler); }
    /// Only the jobs that match are written. To be set before open().
    void setFilter(JobFilter filter) { m_filter = std::move(filter); }
    /// Opens all outputs and starts, if there are any; a translated sentence when one cannot be written.
    /// Opening a pipe waits for its reader.
    [[nodiscard]] std::optional<QString> open();
    /// What jobs send, for whoever exports them later. Any thread.
    [[nodiscard]] const RequestBook &requests() const { return m_requests; }
    void accept(const AcceptedJobs &jobs) override { m_requests.note(jobs); }
    /// Only puts it into the mailbox. Passed over before open() and after finish().
    void take(const FinishedJob &job) override;
    bool wantsBodies() const override { return m_bodiesWanted; }
    /// Waits until all that was taken is written and files have their names. What went wrong with any output
    /// since open(), in translated sentences.
    [[nodiscard]] std::optional<QString> finish();

private:
    enum class State { Closed, Open, Finishing, Abandoned };
    struct Output;

    void run();
    [[nodiscard]] bool isFinishing();
    [[nodiscard]] bool isUrgent() const;
    [[nodiscard]] bool awaitMail(std::vector<FinishedJob> &mail);
    void write(const std::vector<FinishedJob> &mail);
    void flushDue();
    void commit();
    void check(Output &output, const std::optional<QString> &error);
    void end(State state);

    const QList<OutputTarget> m_targets;
    RequestBook m_requests;
    const ExportContext m_context;
    JobFilter m_filter;
    bool m_bodiesWanted = false; ///< settled by open()
    std::function<void()> m_givenUp;

    std::mutex m_mutex;
    std::condition_variable m_arrival;
    std::vector<FinishedJob> m_mail; ///< guarded by m_mutex
    qint64 m_waitingBytes = 0;       ///< of bodies in m_mail and being written; guarded by m_mutex
    qint64 m_leftOut = 0;            ///< bodies that there was no room for; guarded by m_mutex
    State m_state = State::Closed;   ///< guarded by m_mutex

    // The writer's thread alone, from open() to the join.
    std::vector<std::unique_ptr<Output>> m_outputs;
    std::optional<std::chrono::steady_clock::time_point> m_flushAt; ///< nothing is held back when empty
    std::thread m_thread;
};

} // namespace inflight
