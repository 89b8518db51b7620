// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/executor.h"

#include <QCoreApplication>
#include <QEvent>
#include <QMutexLocker>
#include <QThread>

namespace inflight {

namespace {

QEvent::Type wakeType()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

} // namespace

Executor::Executor(QObject *parent)
    : QObject(parent)
{}

Executor::~Executor()
{
    Q_ASSERT_X(m_ready.empty(), "Executor", "destroyed while coroutines wait to be resumed");
}

void Executor::post(std::coroutine_handle<> handle)
{
    const QMutexLocker lock(&m_mutex);
    m_ready.push_back(handle);
    if (m_woken)
        return;
    m_woken = true;
    QCoreApplication::postEvent(this, new QEvent(wakeType()));
}

bool Executor::isCurrent() const
{
    return QThread::currentThread() == thread();
}

bool Executor::event(QEvent *event)
{
    if (event->type() != wakeType())
        return QObject::event(event);
    drain();
    return true;
}

void Executor::drain()
{
    std::vector<std::coroutine_handle<>> ready;
    {
        const QMutexLocker lock(&m_mutex);
        ready.swap(m_ready);
        m_woken = false;
    }
    for (const std::coroutine_handle<> handle : ready)
        handle.resume();
}

} // namespace inflight
