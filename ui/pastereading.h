// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/inputreport.h"

#include <QFutureWatcher>
#include <QObject>

#include <stop_token>

namespace inflight {

/// Reads what was pasted on a pool thread; the newest order wins. UI thread.
class PasteReading final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasteReading)

public:
    explicit PasteReading(QObject *parent = nullptr);
    ~PasteReading() override;

    /// done() follows.
    void start(const QString &text, const ReadingOptions &options);
    [[nodiscard]] bool isRunning() const { return m_watcher.isRunning(); }
    /// What was read last; its lists are shared with the copy that stays here.
    [[nodiscard]] InputReport report() const { return m_watcher.result(); }

Q_SIGNALS:
    void done();

private:
    QFutureWatcher<InputReport> m_watcher;
    std::stop_source m_stop;
};

} // namespace inflight
