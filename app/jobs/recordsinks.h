// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"

#include <QList>

#include <algorithm>

namespace inflight {

/// Several sinks as one. Lives as they do, on the engine's thread.
class RecordSinks final : public RecordSink
{
public:
    /// All of them must outlive it.
    explicit RecordSinks(QList<RecordSink *> sinks)
        : m_sinks(std::move(sinks))
    {}

    void accept(const AcceptedJobs &jobs) override
    {
        for (RecordSink *const sink : m_sinks)
            sink->accept(jobs);
    }
    bool whenKept(std::function<void()> kept) override
    {
        return std::ranges::any_of(m_sinks, [&kept](RecordSink *sink) { return sink->whenKept(kept); });
    }
    void settingsChanged(const RunSettings &settings) override
    {
        for (RecordSink *const sink : m_sinks)
            sink->settingsChanged(settings);
    }
    void stagesAgain(bool begin) override
    {
        for (RecordSink *const sink : m_sinks)
            sink->stagesAgain(begin);
    }
    void take(const FinishedJob &job) override
    {
        for (RecordSink *const sink : m_sinks)
            sink->take(job);
    }
    bool wantsBodies() const override
    {
        return std::ranges::any_of(m_sinks, [](const RecordSink *sink) { return sink->wantsBodies(); });
    }
    QString partsFolder() const override { return folderOf(&RecordSink::partsFolder); }
    QString notesFolder() const override { return folderOf(&RecordSink::notesFolder); }
    void part(const BodyPart &part) override
    {
        for (RecordSink *const sink : m_sinks)
            sink->part(part);
    }
    void inputsEnded() override
    {
        for (RecordSink *const sink : m_sinks)
            sink->inputsEnded();
    }
    void closing() override
    {
        for (RecordSink *const sink : m_sinks)
            sink->closing();
    }

private:
    [[nodiscard]] QString folderOf(QString (RecordSink::*of)() const) const
    {
        for (const RecordSink *const sink : m_sinks) {
            if (const QString folder = (sink->*of)(); !folder.isEmpty())
                return folder;
        }
        return {};
    }

    const QList<RecordSink *> m_sinks;
};

} // namespace inflight
