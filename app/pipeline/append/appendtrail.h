// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QHash>

#include <map>

#include "pipeline/payload.h"
#include "pipeline/stage.h"

namespace inflight {

/// What a run gave to its file, written down as it goes: the jobs whose values are in it, and the values that
/// wait for their turn. Whoever goes on with the run after a crash loses none of them and writes none twice.
/// One thread at a time, any thread.
class AppendTrail
{
public:
    /// Reads what an earlier process of the run wrote down about the file `target`. Once, first.
    void read(const StageNotes &notes, const QString &target);
    /// Whether that process had opened the file: what is in it is the run's own.
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    /// The file is open: what was read is written down anew, and what comes now behind it.
    void begin();

    /// What was waiting for its turn, by job: values and URL.
    [[nodiscard]] std::map<quint32, Payload> takeWaiting() { return std::move(m_waiting); }
    /// Whether an earlier process had these very values of the job. Answered once for each job: what it
    /// brings after that is new.
    [[nodiscard]] bool takeKnown(quint32 job, const Payload &payload);

    /// The values of `job` wait for their turn.
    void waits(quint32 job, const Payload &payload);
    /// They are in the file.
    void written(quint32 job, const Payload &payload);
    /// What was written down is on the disk.
    void sync();
    /// Why something could not be written down, translated; empty: everything was.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }

private:
    enum class Entry : quint8 { Waits, Written };

    void readEntries(QDataStream &in);
    [[nodiscard]] bool readWaiting(QDataStream &in, quint32 job);
    void put(QIODevice &device, Entry entry, quint32 job, const QByteArray &digest,
             const Payload &payload) const;
    void add(Entry entry, quint32 job, const Payload &payload);

    QString m_path; ///< empty: nothing is written down
    QString m_target;
    QFile m_file;
    bool m_hasBegun = false;
    QHash<quint32, QByteArray> m_known; ///< digests of what came in an earlier process
    std::map<quint32, Payload> m_waiting;
    QString m_trouble;
};

} // namespace inflight
