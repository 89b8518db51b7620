// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/originmodel.h"

#include <QDockWidget>

class QMainWindow;

namespace inflight {

class Engine;
class JobTable;
class OriginsView;

/// The dock of the origins: how each host is doing and what it is allowed. UI thread.
class OriginsDock final : public QDockWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OriginsDock)

public:
    /// Docks itself in `window` below the table and has `engine` do what is asked for. All of them must
    /// outlive it.
    OriginsDock(QMainWindow &window, Engine &engine, const JobTable &jobs);

    [[nodiscard]] OriginsView &view() const { return *m_view; }
    void takeFocus();

Q_SIGNALS:
    /// Jobs are to be shown by a filter of this text.
    void jobsRequested(const QString &filter);

private:
    void connectEngine(Engine &engine);

    OriginModel m_origins;
    OriginsView *m_view = nullptr;
};

} // namespace inflight
