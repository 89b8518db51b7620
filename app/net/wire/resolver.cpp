// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/resolver.h"

#include <QMutex>
#include <QMutexLocker>
#include <QThread>
#include <QThreadPool>

#include <atomic>

namespace inflight {

namespace {

constexpr std::chrono::seconds knownFor{60};
constexpr qsizetype mostKnown = 4096;
constexpr int mostThreads = 256;
constexpr uint stackSize = 512 * 1024;

std::atomic<int> runningLookUps = 0;

/// Never destroyed: that would wait for threads that hang.
QThreadPool &threads()
{
    static QThreadPool *const pool = [] {
        auto *made = new QThreadPool;
        made->setMaxThreadCount(mostThreads);
        made->setStackSize(stackSize);
        return made;
    }();
    return *pool;
}

} // namespace

/// Where threads leave answers; it outlives the resolver as long as one of them runs.
struct Resolver::Mailbox
{
    QMutex mutex;
    Resolver *owner = nullptr;      ///< guarded by mutex; null once it is gone
    std::vector<QHostInfo> answers; ///< guarded by mutex
};

Resolver::Resolver()
    : m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->owner = this;
}

Resolver::~Resolver()
{
    const QMutexLocker lock(&m_mailbox->mutex);
    m_mailbox->owner = nullptr;
}

void Resolver::lookUp(const QString &host, const void *asker, Answer answer)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const auto known = m_known.constFind(host);
    if (known != m_known.constEnd() && Clock::now() < known->until) {
        answer(QHostInfo(known->info));
        return;
    }
    const auto [waiting, isNew] = m_waiting.try_emplace(host);
    waiting->second.push_back({asker, std::move(answer)});
    if (!isNew)
        return;
    ++runningLookUps;
    threads().start([host, mailbox = m_mailbox] {
        QHostInfo info = QHostInfo::fromName(host);
        info.setHostName(host);
        {
            const QMutexLocker lock(&mailbox->mutex);
            if (mailbox->owner) {
                mailbox->answers.push_back(std::move(info));
                QMetaObject::invokeMethod(mailbox->owner, &Resolver::deliver, Qt::QueuedConnection);
            }
        }
        --runningLookUps;
    });
}

void Resolver::forget(const void *asker)
{
    for (auto &[host, waiters] : m_waiting)
        std::erase_if(waiters, [asker](const Waiter &each) { return each.asker == asker; });
}

int Resolver::running()
{
    return runningLookUps;
}

void Resolver::deliver()
{
    std::vector<QHostInfo> answers;
    {
        const QMutexLocker lock(&m_mailbox->mutex);
        answers.swap(m_mailbox->answers);
    }
    for (const QHostInfo &info : answers) {
        if (info.error() == QHostInfo::NoError)
            remember(info);
        // One answer may make another asker forget, or ask anew.
        for (auto waiting = m_waiting.find(info.hostName()); !waiting->second.empty();
             waiting = m_waiting.find(info.hostName())) {
            const Answer answer = std::move(waiting->second.back().answer);
            waiting->second.pop_back();
            answer(info);
        }
        m_waiting.erase(info.hostName());
    }
}

void Resolver::remember(const QHostInfo &info)
{
    if (m_known.size() >= mostKnown)
        m_known.clear();
    m_known.insert(info.hostName(), {info, Clock::now() + knownFor});
}

} // namespace inflight
