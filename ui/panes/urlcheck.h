// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/urllist.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <memory>

namespace inflight {

class UrlsBox;

/// Reads the URLs in a text box as it is edited: shortly after the last key, and off the UI thread when there
/// is much to read. UI thread.
class UrlCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UrlCheck)

public:
    /// `box` must outlive this.
    explicit UrlCheck(UrlsBox &box, QObject *parent = nullptr);
    ~UrlCheck() override;

    /// Does not wait for a pause in typing. A short text is read before this returns; for a long one
    /// checked() follows.
    void checkNow();
    /// Whether report() is about the text as it stands.
    [[nodiscard]] bool isCurrent() const { return m_reportedRevision == m_revision; }
    [[nodiscard]] const UrlListReport &report() const { return m_report; }

Q_SIGNALS:
    /// report() is new and current.
    void checked();

private:
    void take(UrlListReport report, int revision);

    UrlsBox &m_box;
    QTimer m_pause;
    /// Keeps its result until the next one, which is why that is emptied.
    QFutureWatcher<std::shared_ptr<UrlListReport>> m_reading;
    UrlListReport m_report;
    int m_revision = 0;
    int m_readRevision = -1; ///< what m_reading is about
    int m_reportedRevision = 0;
};

} // namespace inflight
