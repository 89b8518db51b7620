// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/recordexport.h"

#include "store/session/sessionreader.h"

#include <QElapsedTimer>
#include <QtConcurrentRun>

namespace inflight {

namespace {

constexpr qint64 progressMs = 100;

} // namespace

RecordExport::RecordExport(QString session, const RequestBook *requests)
    : m_session(std::move(session))
    , m_requests(requests)
{
    connect(&m_work, &QFutureWatcherBase::finished, this, [this] { Q_EMIT ended(m_work.result()); });
}

RecordExport::~RecordExport()
{
    cancel();
    m_work.waitForFinished();
}

void RecordExport::start(const ExportOrder &order)
{
    Q_ASSERT(!isRunning());
    m_cancelled = false;
    m_work.setFuture(QtConcurrent::run([this, order] { return write(order); }));
}

ExportEnd RecordExport::write(const ExportOrder &order)
{
    ExportEnd end{order.path, order.records.size()};
    const std::unique_ptr<Exporter> exporter =
        Exporter::make({order.path, order.format, order.columns}, {order.secrets, m_requests});
    std::optional<QString> problem = exporter->open();
    if (!problem)
        problem = writeAll(order, *exporter);
    end.cancelled = !problem && m_cancelled;
    if (!problem && !end.cancelled)
        problem = exporter->commit();
    if (problem || end.cancelled)
        exporter->discard();
    end.problem = problem.value_or(QString());
    return end;
}

std::optional<QString> RecordExport::writeAll(const ExportOrder &order, Exporter &exporter)
{
    std::optional<SessionBodyReader> bodies;
    if (exporter.wantsBodies() && !m_session.isEmpty())
        bodies.emplace(m_session);
    QElapsedTimer sinceProgress;
    sinceProgress.start();
    qint64 done = 0;
    for (const KeptRecord &kept : order.records) {
        if (m_cancelled)
            return std::nullopt;
        const JobRecordPtr record = kept.get();
        const StoredBody body = bodies ? bodies->body(record->id).value_or(StoredBody{}) : StoredBody{};
        if (auto problem = exporter.write({record, body.body, body.contentEncoding}))
            return problem;
        ++done;
        if (sinceProgress.elapsed() < progressMs)
            continue;
        sinceProgress.restart();
        QMetaObject::invokeMethod(
            this, [this, done, all = order.records.size()] { Q_EMIT progressed(done, all); },
            Qt::QueuedConnection);
    }
    return exporter.flush();
}

} // namespace inflight
