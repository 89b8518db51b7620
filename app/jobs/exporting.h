// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"
#include "jobs/outputformat.h"
#include "net/redaction.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace inflight {

/// What is to be written, and where. A value.
struct ExportOrder
{
    QString path; ///< absolute
    OutputFormat format = OutputFormat::JsonLines;
    QStringList columns = {}; ///< of CSV, by name (jobs/recordcolumns.h); empty: the usual ones
    Secrets secrets = Secrets::Redacted;
    QList<KeptRecord> records = {};
};

/// How an export ended.
struct ExportEnd
{
    QString path;
    qint64 jobs = 0;        ///< that were written
    QString problem = {};   ///< a translated sentence; empty: everything was written
    bool cancelled = false; ///< nothing was written
};

/// Writes jobs that have ended, in the background, one order at a time. To be called on its own thread, where
/// its signals come.
class Exporting : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exporting)

public:
    explicit Exporting(QObject *parent = nullptr);
    ~Exporting() override;

    /// Not while it is running; ended() follows.
    virtual void start(const ExportOrder &order) = 0;
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool isRunning() const = 0;

Q_SIGNALS:
    /// At most some ten times a second.
    void progressed(qint64 done, qint64 all);
    void ended(const inflight::ExportEnd &end);
};

} // namespace inflight
