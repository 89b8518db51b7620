// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/stallprobe.h"

#include "cli/texttable.h"
#include "jobs/humantext.h"
#include "jobs/statistics.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

using std::chrono::microseconds;
using std::chrono::steady_clock;

namespace {

struct StallProbeText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::StallProbe)
};

constexpr auto interval = 4ms;
/// A frame of a display at 60 Hz: what lasts longer can be seen.
constexpr microseconds noticed = 16ms;
constexpr std::array stallShares{0.5, 0.9, 0.99, 0.999};

/// What the calling thread has had of a processor.
microseconds threadTime()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::duration_cast<microseconds>(std::chrono::seconds(now.tv_sec) +
                                                    std::chrono::nanoseconds(now.tv_nsec));
}

/// An event that knows when it was posted.
class Ping final : public QEvent
{
public:
    Ping()
        : QEvent(type())
        , m_posted(steady_clock::now())
    {}
    static QEvent::Type type()
    {
        static const auto registered = static_cast<QEvent::Type>(QEvent::registerEventType());
        return registered;
    }
    [[nodiscard]] microseconds age() const
    {
        return std::chrono::duration_cast<microseconds>(steady_clock::now() - m_posted);
    }

private:
    steady_clock::time_point m_posted;
};

} // namespace

/// What one event loop was measured to do. Written by its thread, read once that is over.
struct LoopLatency
{
    DurationHistogram times;
    microseconds longest{0};
    microseconds longestBusy{0}; ///< of the longest, what the thread was at work; else it waited
    qint64 noticedCount = 0;

    void add(microseconds time, microseconds busy)
    {
        times.add(time);
        noticedCount += time > noticed ? 1 : 0;
        if (time <= longest)
            return;
        longest = time;
        longestBusy = std::min(time, busy);
    }
};

/// Where a loop's events arrive, from its first turn on: what a thread does before it has a loop is no stall
/// of that. Lives on the loop's thread.
class LoopListener final : public QObject
{
public:
    /// `begun` is called in the loop's next turn, before anything that is posted to it from now on.
    LoopListener(std::shared_ptr<LoopLatency> latency, std::function<void()> begun)
        : m_latency(std::move(latency))
    {
        QMetaObject::invokeMethod(this, std::move(begun), Qt::QueuedConnection);
    }

    bool event(QEvent *event) override
    {
        if (event->type() != Ping::type())
            return QObject::event(event);
        const microseconds now = threadTime();
        m_latency->add(static_cast<const Ping *>(event)->age(), now - m_before);
        m_before = now;
        return true;
    }

private:
    std::shared_ptr<LoopLatency> m_latency;
    microseconds m_before{0}; ///< threadTime() at the event before
};

StallProbe::StallProbe()
    : m_mainLatency(std::make_shared<LoopLatency>())
    , m_engineLatency(std::make_shared<LoopLatency>())
    , m_mainListener(std::make_unique<LoopListener>(m_mainLatency, [this] { add(m_mainListener.get()); }))
{
    m_thread = std::thread([this] { post(); });
}

StallProbe::~StallProbe()
{
    stop();
}

void StallProbe::accept(const AcceptedJobs &)
{
    listenToEngine();
}

void StallProbe::take(const FinishedJob &)
{
    listenToEngine();
}

/// What is posted to a loop that ends is not handled any more.
void StallProbe::closing()
{
    m_isEngineDone = true;
    if (m_engineListener)
        remove(m_engineListener.get());
    m_engineListener.reset();
}

void StallProbe::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    m_mainListener.reset();
}

void StallProbe::listenToEngine()
{
    if (m_engineListener || m_isEngineDone)
        return;
    m_engineListener =
        std::make_unique<LoopListener>(m_engineLatency, [this] { add(m_engineListener.get()); });
}

void StallProbe::add(LoopListener *listener)
{
    const std::scoped_lock lock(m_mutex);
    m_listeners.push_back(listener);
}

void StallProbe::remove(LoopListener *listener)
{
    const std::scoped_lock lock(m_mutex);
    std::erase(m_listeners, listener);
}

void StallProbe::post()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, interval, [this] { return m_stopping; })) {
        for (LoopListener *const listener : m_listeners)
            QCoreApplication::postEvent(listener, new Ping);
    }
}

QStringList StallProbe::lines() const
{
    QList<QStringList> rows{{StallProbeText::tr("event-loop latency"), u"p50"_s, u"p90"_s, u"p99"_s,
                             u"p99.9"_s, StallProbeText::tr("max"), StallProbeText::tr("over 16 ms"),
                             StallProbeText::tr("of max at work")}};
    const auto add = [&rows](const QString &name, const LoopLatency &latency) {
        QStringList cells{name};
        for (const double share : stallShares)
            cells.append(formatLatency(latency.times.quantile(share).value_or(microseconds(0))));
        cells.append(formatLatency(latency.longest));
        cells.append(StallProbeText::tr("%1 of %2")
                         .arg(formatCount(latency.noticedCount), formatCount(latency.times.count())));
        cells.append(formatLatency(latency.longestBusy));
        rows.append(cells);
    };
    add(StallProbeText::tr("main thread"), *m_mainLatency);
    add(StallProbeText::tr("engine thread"), *m_engineLatency);
    return alignedRows(rows);
}

} // namespace inflight
