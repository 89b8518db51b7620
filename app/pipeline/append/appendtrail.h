// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QHash>

#include <map>
#include <optional>
#include <utility>

#include "pipeline/append/appendfile.h"
#include "pipeline/payload.h"
#include "pipeline/stage.h"

namespace inflight {

/// Whose trail it is.
struct AppendTrailHead
{
    AppendTarget target;
    bool addsSource = false;
};

/// What a run gave to its file, written down as it goes: the jobs whose values are in it, and the values that
/// wait for their turn. Whoever goes on with the run after a crash loses none of them and writes none twice.
/// One thread at a time, any thread.
class AppendTrail
{
public:
    /// Nothing when `file` is no trail.
    [[nodiscard]] static std::optional<AppendTrailHead> headOf(const QString &file);
    /// Reads what an earlier process of the run wrote down about the file of `head`. Once, first.
    void read(const StageNotes &notes, const AppendTrailHead &head);
    /// Whether that process had opened the file: what is in it is the run's own.
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    /// The file is open and goes to `end`: what was read is written down anew, and what comes now behind it.
    void begin(std::optional<qint64> end);

    /// What was waiting for its turn, by job: values and URL.
    [[nodiscard]] std::map<quint32, Payload> takeWaiting() { return std::move(m_waiting); }
    /// Whether an earlier process had these very values of the job. Answered once for each job: what it
    /// brings after that is new.
    [[nodiscard]] bool takeKnown(quint32 job, const Payload &payload);

    /// Where in the file an earlier process was about to write these very values when it was killed: they
    /// are there, or some of them, or none. Answered once.
    [[nodiscard]] std::optional<AppendPlace> takeBegun(quint32 job, const Payload &payload);

    /// The values of `job` wait for their turn.
    void waits(quint32 job, const Payload &payload);
    /// They are written next, from `from` on (AppendFile::end()).
    void begins(quint32 job, const Payload &payload, qint64 from);
    /// They are in the file.
    void written(quint32 job, const Payload &payload);
    /// What was written down is on the disk.
    void sync();
    /// Why something could not be written down, translated; empty: everything was.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }

private:
    enum class Entry : quint8 { Waits, Written, Begins, Begun };
    struct Begun
    {
        QByteArray digest;
        AppendPlace place;
    };

    void readEntries(QDataStream &in);
    [[nodiscard]] bool readWaiting(QDataStream &in, quint32 job);
    void put(QIODevice &device, Entry entry, quint32 job, const QByteArray &digest, const Payload &payload,
             const AppendPlace &place) const;
    void add(Entry entry, quint32 job, const Payload &payload, const AppendPlace &place = {});
    [[nodiscard]] QByteArray digestFor(Entry entry, quint32 job, const Payload &payload);

    QString m_path; ///< empty: nothing is written down
    AppendTrailHead m_head;
    QFile m_file;
    bool m_hasBegun = false;
    QHash<quint32, QByteArray> m_known; ///< digests of what came in an earlier process
    std::map<quint32, Payload> m_waiting;
    QHash<quint32, Begun> m_begun;
    std::optional<quint32> m_lastBegun;          ///< whose place ends where the file does
    std::pair<quint32, QByteArray> m_lastBegins; ///< the job whose values are being written, and their digest
    QString m_trouble;
};

} // namespace inflight
