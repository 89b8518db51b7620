// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "cli/resumption.h"
#include "cli/stallprobe.h"
#include "jobs/engine.h"
#include "jobs/recordsinks.h"
#include "jobs/unfinishedrun.h"
#include "store/export/recordexport.h"
#include "store/resultwriter.h"
#include "ui/mainwindow.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace inflight {

/// One run in a window: its outputs, its journal, its engine, and what is between them. Main thread.
class WindowRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowRun)

public:
    /// `arguments` gave `options`, or those that `run` was gone on with.
    WindowRun(const QStringList &arguments, Resumption run, WindowOptions window);
    ~WindowRun() override;

    /// Shows the window until it is closed and everything is written. The exit status.
    [[nodiscard]] int exec();
    /// What is to be opened in place of this window; nothing when the program ends with it.
    [[nodiscard]] std::optional<Resumption> takeNext() { return std::exchange(m_next, std::nullopt); }
    /// What is in the URLs box.
    [[nodiscard]] QString text() const { return m_window.urlsText(); }

    /// Goes on with the session at `path`: here while nothing was fetched yet, else in a window of its own.
    void open(const QString &path);
    /// Opens it as `how` says, in the same places.
    void openRun(const QString &path, RunOpening how);

private:
    [[nodiscard]] WindowOptions withRuns(WindowOptions window);
    void show(const std::variant<Resumption, UsageFault> &opened,
              const std::function<void(const QString &)> &complain);
    [[nodiscard]] std::optional<int> begin();
    void takeUp();
    [[nodiscard]] int finish();
    void sayTrouble(const QString &trouble);
    void lookForUnfinished();
    void forget(const QString &path);
    void takeSettings();

    const QStringList m_arguments;
    const Options m_options;
    StoredRun m_earlier;
    QList<JobInput> m_inputs; ///< to be fetched beside it
    const QString m_readOnly; ///< why the session is not written; empty: it is
    ResultWriter m_writer;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<StallProbe> m_stalls; ///< null: nobody asks
    RecordSinks m_sinks;
    RecordExport m_export;
    Engine m_engine;
    MainWindow m_window;
    std::optional<Resumption> m_next;
};

/// Opens the window, and others in its place as long as a person asks for them. The exit status of the last.
[[nodiscard]] int runWindows(const QStringList &arguments, Resumption run, WindowOptions window);

} // namespace inflight
