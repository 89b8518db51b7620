// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/process/jqworker.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QMutex>

#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JqWorkerWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JqWorker)
};

constexpr int checkMemoryMb = 512;

/// Beside the program, where both are installed; else where the build put it. Asked for before there is an
/// application object, too, which Qt's own call needs.
QString workerPath()
{
    const QString beside = QFileInfo(u"/proc/self/exe"_s).canonicalPath() + u"/inflight-jq"_s;
    return QFileInfo::exists(beside) ? beside : QStringLiteral(INFLIGHT_JQ_WORKER);
}

QString tooMuch()
{
    return JqWorkerWords::tr("the jq program gave more than --max-size allows");
}

QString withoutPrefix(QString message)
{
    // jq's own "jq: error: " says nothing to a person who knows that it is about jq.
    if (message.startsWith("jq: error: "_L1))
        message.remove(0, 11);
    return message.section(u'\n', 0, 0).trimmed();
}

} // namespace

std::variant<std::unique_ptr<JqWorker>, QString> JqWorker::start(const JqProgram &program)
{
    const QString path = workerPath();
    auto started = ChildProcess::start({path, program.filter, QString::number(program.memoryMb)});
    if (const auto *const why = std::get_if<QString>(&started))
        return JqWorkerWords::tr("%1 could not be started: %2").arg(path, *why);
    auto &process = std::get<std::unique_ptr<ChildProcess>>(started);
    return std::unique_ptr<JqWorker>(new JqWorker(std::move(process), program.timeoutMs));
}

JqAnswer JqWorker::run(QByteArrayView json, qint64 mostBytes, const std::stop_token &stop)
{
    QByteArray toSend = QByteArray::number(json.size()) + '\n';
    toSend += json;
    JqAnswer answer;
    BodyWriter outputs(mostBytes);
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        const bool goesOn = exchange(toSend);
        if (takeFrames(answer, outputs))
            return answer;
        if (stop.stop_requested())
            return lost({});
        if (m_received.size() > mostBytes)
            return lost(tooMuch());
        if (!goesOn)
            return lost(JqWorkerWords::tr("the jq program crashed, or took more memory than its limit"));
        if (clock.elapsed() > m_timeoutMs)
            return lost(
                JqWorkerWords::tr("the jq program did not end within %1 s").arg(m_timeoutMs / 1000.0));
        m_process->wait(!toSend.isEmpty(), ChildProcess::tickMs);
    }
}

bool JqWorker::exchange(QByteArray &toSend)
{
    if (!toSend.isEmpty()) {
        const qint64 written = m_process->write(toSend);
        if (written > 0)
            toSend.remove(0, written);
    }
    std::array<char, ChildProcess::readSize> buffer{};
    // What it has to say of itself goes nowhere; it must not wait for somebody to read it.
    for (int turn = 0; turn < ChildProcess::readsPerTurn; ++turn) {
        if (ChildProcess::read(m_process->err, buffer.data(), ChildProcess::readSize) <= 0)
            break;
    }
    for (int turn = 0; turn < ChildProcess::readsPerTurn; ++turn) {
        const qint64 got = ChildProcess::read(m_process->out, buffer.data(), ChildProcess::readSize);
        if (got <= 0)
            return got == 0;
        m_received.append(buffer.data(), got);
    }
    return true;
}

/// Whether the answer is complete.
bool JqWorker::takeFrames(JqAnswer &answer, BodyWriter &outputs)
{
    qsizetype at = 0;
    bool complete = false;
    while (!complete && at < m_received.size()) {
        const qsizetype lineEnd = m_received.indexOf('\n', at);
        if (lineEnd < 0)
            break;
        const char kind = m_received.at(at);
        if (kind == 'e') {
            at = lineEnd + 1;
            complete = true;
            Outcome<Body> all = outputs.finish();
            if (all.failed())
                answer = lost(all.fault().message);
            else
                answer.outputs = all.value();
            break;
        }
        const qsizetype size = m_received.mid(at + 1, lineEnd - at - 1).toLongLong();
        if (m_received.size() < lineEnd + 1 + size)
            break;
        const QByteArray text = m_received.mid(lineEnd + 1, size);
        at = lineEnd + 1 + size;
        if (kind == 'o') {
            ++answer.count;
            if (const std::optional<Fault> fault = outputs.append(text + '\n')) {
                answer = lost(fault->faultClass == FaultClass::TooLarge ? tooMuch() : fault->message);
                complete = true;
            }
            continue;
        }
        answer.error = withoutPrefix(QString::fromUtf8(text));
        answer.lost = kind == 'c';
        complete = true;
    }
    m_received.remove(0, at);
    return complete;
}

JqAnswer JqWorker::lost(const QString &why)
{
    JqAnswer answer;
    answer.error = why;
    answer.lost = true;
    return answer;
}

std::optional<QString> JqWorker::compileFault()
{
    m_process->in.close();
    QByteArray nothing;
    BodyWriter noOutputs(0);
    JqAnswer answer;
    QElapsedTimer clock;
    clock.start();
    while (exchange(nothing) && clock.elapsed() < m_timeoutMs)
        m_process->wait(false, ChildProcess::tickMs);
    if (takeFrames(answer, noOutputs) && answer.lost)
        return answer.error;
    return std::nullopt;
}

std::optional<QString> jqProgramFault(const QString &filter)
{
    // The same one is asked about again and again while another option is edited.
    static QMutex mutex;
    static QHash<QString, QString> known;
    const QMutexLocker lock(&mutex);
    const auto found = known.constFind(filter);
    if (found != known.constEnd())
        return found->isEmpty() ? std::nullopt : std::optional(*found);
    auto started = JqWorker::start({filter, checkMemoryMb, 5000});
    if (const auto *const why = std::get_if<QString>(&started))
        return *why;
    const std::optional<QString> fault = std::get<std::unique_ptr<JqWorker>>(started)->compileFault();
    known.insert(filter, fault.value_or(QString()));
    return fault;
}

} // namespace inflight
