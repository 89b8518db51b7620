// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/body.h"
#include "pipeline/process/childprocess.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QElapsedTimer>
#include <QString>

#include <deque>
#include <memory>
#include <optional>
#include <stop_token>
#include <variant>

namespace inflight {

/// What a jq program is run with.
struct JqProgram
{
    QString filter;
    int memoryMb = 0;  ///< most address space of a worker
    int timeoutMs = 0; ///< most time for one value
};

/// How one value went through a jq program.
struct JqAnswer
{
    Body outputs;      ///< JSON values, one a line
    qint64 count = 0;  ///< of them
    QString error;     ///< empty: it went well
    bool lost = false; ///< the worker is gone: it crashed, took too long, or was stopped
};

/// A process that runs one jq program on values, one after the other (app/jqworker). Used by one thread at a
/// time.
class JqWorker
{
    Q_DISABLE_COPY_MOVE(JqWorker)

public:
    /// Starts it, or says why not.
    static std::variant<std::unique_ptr<JqWorker>, QString> start(const JqProgram &program);

    /// Runs the program on `json`. After an answer that is lost the worker is of no more use.
    /// Gives up past `mostBytes` of output.
    [[nodiscard]] JqAnswer run(QByteArrayView json, qint64 mostBytes, const std::stop_token &stop);
    /// What is wrong with the program; nothing when it compiles. The worker is of no more use.
    [[nodiscard]] std::optional<QString> compileFault();

private:
    JqWorker(std::unique_ptr<ChildProcess> process, int timeoutMs)
        : m_process(std::move(process))
        , m_timeoutMs(timeoutMs)
    {}
    /// False once nothing more will come.
    [[nodiscard]] bool exchange(QByteArray &toSend);
    [[nodiscard]] bool takeFrames(JqAnswer &answer, BodyWriter &outputs);
    [[nodiscard]] static JqAnswer lost(const QString &why);

    std::unique_ptr<ChildProcess> m_process;
    int m_timeoutMs;
    QByteArray m_received; ///< not yet understood
};

/// What is wrong with a jq program, in jq's words; nothing when it compiles. A few ten milliseconds when it
/// is a new one. Any thread.
[[nodiscard]] std::optional<QString> jqProgramFault(const QString &filter);

} // namespace inflight
