// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobcontents.h"

#include <QFutureWatcher>
#include <QObject>

namespace inflight {

/// Writes bodies to files and makes text of them for the clipboard, both on a thread of the pool. UI thread.
class BodySaver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BodySaver)

public:
    explicit BodySaver(QObject *parent = nullptr);
    /// Waits for what is being written.
    ~BodySaver() override;

    /// Writes all of it or nothing, over what stood there; said() follows.
    void save(const Body &body, const QString &path);
    /// Puts it on the clipboard: as text, or as bytes of its type where it is none; said() follows.
    void copy(const Content &content);

Q_SIGNALS:
    /// How it ended: a translated sentence.
    void said(const QString &message);

private:
    QFutureWatcher<QString> m_saving;  ///< gives the sentence
    QFutureWatcher<QString> m_reading; ///< gives the text
};

} // namespace inflight
