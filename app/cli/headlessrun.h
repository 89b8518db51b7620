// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/inputstream.h"
#include "cli/joblog.h"
#include "cli/liveprogress.h"
#include "cli/options.h"
#include "cli/signals.h"
#include "cli/stallprobe.h"
#include "cli/summary.h"
#include "jobs/engine.h"
#include "jobs/recordsinks.h"
#include "store/resultwriter.h"
#include "store/session/journal.h"
#include "store/session/sessionreader.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace inflight {

class Console;

/// One run of the engine with a terminal before it: openOutputs(), start(), ended(), finishOutputs(). Lives
/// on the main thread.
class HeadlessRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeadlessRun)

public:
    /// `console` must outlive it.
    /// `earlier`: what it goes on with; empty for a new run.
    HeadlessRun(const Options &options, Console &console, StoredRun earlier = {});
    ~HeadlessRun() override;

    /// A translated sentence when the session is in use.
    [[nodiscard]] std::optional<QString> openSession();
    /// A translated sentence when an output cannot be written; nothing was fetched then.
    [[nodiscard]] std::optional<QString> openOutputs();
    /// Goes on with the earlier run, where there is one, fetches `inputs`, and reads what is to come from
    /// stdin: there is one of them. `tally`: of those inputs, for stdin. ended() follows.
    void start(const QList<JobInput> &inputs, InputTally tally);
    /// After ended(), or without a start(): waits until everything is written. What could not be, in
    /// translated sentences.
    [[nodiscard]] std::optional<QString> finishOutputs();

    [[nodiscard]] bool wasInterrupted() const { return m_interrupted; }
    [[nodiscard]] const RunTotals &totals() const { return m_progress.totals(); }
    /// Lines that came from stdin meanwhile.
    [[nodiscard]] int rejectedInputs() const { return m_rejected; }
    /// Of the earlier run, which read a list from stdin that nobody gave once more: how many inputs of it are
    /// known. Nothing where the list is whole.
    [[nodiscard]] std::optional<qint64> cutShortAfter() const { return m_cutShortAfter; }
    /// Jobs of the earlier run that had not ended, where stages alone are run again.
    [[nodiscard]] int unfetched() const { return m_unfetched; }
    [[nodiscard]] const JobLog &log() const { return m_log; }
    /// What --report-stalls tells; nothing without it.
    [[nodiscard]] QStringList stallLines() const { return m_stalls ? m_stalls->lines() : QStringList(); }

Q_SIGNALS:
    /// All jobs are finished, every record was given to the writer, and the engine's threads have ended.
    void ended();

private:
    void connectEngine();
    void submit(const QList<JobInput> &inputs);
    void startStream(InputTally tally);
    void readOn();
    void stopWhenDone();
    void onUpdated(const ChangeBatch &batch);
    void onInterrupted();
    void cancelAll();
    void takeUpEarlier();
    void writeEarlier();
    void sayTrouble(const QString &trouble);
    void startProgress();
    void showProgress();
    void sayProgress();

    const Options m_options;
    Console &m_console;
    SignalWatcher m_signals;
    JobLog m_log;
    LiveProgress m_progress;
    QTimer m_progressTimer;
    QStringList m_notWritten; ///< by stages of the pipeline
    bool m_interrupted = false;
    bool m_isIdle = true; ///< all that was taken in has ended
    int m_unseen = 0;     ///< submitted, and not yet in the totals
    qint64 m_given = 0;   ///< inputs so far, those from stdin among them
    int m_duplicates = 0; ///< of them
    int m_known = 0;      ///< inputs from stdin that the earlier run had
    std::optional<qint64> m_cutShortAfter;
    int m_rejected = 0;
    int m_unfetched = 0;
    std::unique_ptr<InputStream> m_stream; ///< null: everything was there at the start
    StoredRun m_earlier;
    ResultWriter m_writer;
    std::unique_ptr<StallProbe> m_stalls; ///< null: nobody asks
    QString m_trouble;                    ///< what was said of the journal last; empty: it is written
    std::unique_ptr<Journal> m_journal;   ///< null: none is kept
    std::optional<RecordSinks> m_sinks;
    std::unique_ptr<Engine> m_engine; ///< after the writer: it delivers records until it is destroyed
};

} // namespace inflight
