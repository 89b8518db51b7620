// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/rowscopier.h"

#include <QClipboard>
#include <QDeadlineTimer>
#include <QGuiApplication>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace inflight {

namespace {

/// Of one slice: half of a frame at 60 Hz.
constexpr std::chrono::milliseconds copySliceTime = 8ms;

} // namespace

RowsCopier::RowsCopier(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(0ms);
    connect(&m_timer, &QTimer::timeout, this, &RowsCopier::makeSlice);
}

void RowsCopier::copy(RowsText text, QList<int> rows)
{
    m_text = std::move(text);
    m_rows = std::move(rows);
    m_next = 0;
    m_made = m_text.head;
    m_timer.start();
    makeSlice();
}

void RowsCopier::makeSlice()
{
    const QDeadlineTimer deadline(copySliceTime, Qt::PreciseTimer);
    while (m_next < m_rows.size() && !deadline.hasExpired()) {
        if (m_next > 0)
            m_made += m_text.between;
        m_made += m_text.row(m_rows.at(m_next++));
    }
    if (m_next < m_rows.size())
        return;
    m_timer.stop();
    QGuiApplication::clipboard()->setText(std::exchange(m_made, {}) + m_text.tail);
    m_text = {};
    m_rows.clear();
}

} // namespace inflight
