// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/heartbeat.h"

#include <QEvent>

#include <algorithm>
#include <chrono>
#include <ctime>

using namespace std::chrono_literals;

namespace inflight {

namespace {

using Clock = std::chrono::steady_clock;
constexpr double shortestTurnMs = 0.1;

double threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

class Beat final : public QEvent
{
public:
    Beat()
        : QEvent(type())
    {}
    static Type type()
    {
        static const auto type = static_cast<Type>(registerEventType());
        return type;
    }
    const Clock::time_point posted = Clock::now();
};

} // namespace

double percentile(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::ranges::sort(values);
    return values.at(
        std::min(values.size() - 1, static_cast<qsizetype>(share * static_cast<double>(values.size()))));
}

bool MeasuredApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    ++m_depth;
    const double before = threadCpuMs();
    const bool result = QApplication::notify(receiver, event);
    const double spent = threadCpuMs() - before;
    --m_depth;
    if (spent >= shortestTurnMs)
        m_turns.append(spent);
    return result;
}

Heartbeat::Heartbeat()
    : m_thread([this] {
        while (!m_isStopping) {
            QCoreApplication::postEvent(this, new Beat);
            std::this_thread::sleep_until(Clock::now() + 4ms);
        }
    })
{}

Heartbeat::~Heartbeat()
{
    stop();
}

QList<double> Heartbeat::stop()
{
    m_isStopping = true;
    if (m_thread.joinable())
        m_thread.join();
    return m_latencies;
}

bool Heartbeat::event(QEvent *event)
{
    if (event->type() != Beat::type())
        return QObject::event(event);
    const auto late = Clock::now() - static_cast<Beat *>(event)->posted;
    m_latencies.append(std::chrono::duration<double, std::milli>(late).count());
    return true;
}

} // namespace inflight
