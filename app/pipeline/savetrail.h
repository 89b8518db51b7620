// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/stage.h"

#include <QFile>
#include <QHash>
#include <QMutex>
#include <QSet>
#include <QString>

namespace inflight {

/// The names under which a run's jobs save their files, written down before the files get them: a job that is
/// fetched once more after a crash finds the file that it made before. What cannot be written down costs a
/// second file then, and nothing else. Thread-safe.
class SaveTrail
{
public:
    /// Whether `file` is such a one, as its beginning looks.
    [[nodiscard]] static bool isTrail(const QString &file);
    /// No disk here.
    void keep(const StageNotes &notes);
    /// What the job saves from now on is something else.
    void jobEnded(quint32 job);

    /// The path that the job was about to write in an earlier process when it wanted `wanted` (both
    /// absolute); empty: none. Answered once.
    [[nodiscard]] QString takeLeftover(quint32 job, const QString &wanted);
    /// It is about to write `path` for it.
    void writes(quint32 job, const QString &wanted, const QString &path);

private:
    void begin();
    void read();
    [[nodiscard]] static QByteArray line(quint32 job, const QString &wanted, const QString &path);

    QMutex m_mutex;
    // Guarded by it.
    StageNotes m_notes;
    bool m_hasBegun = false;
    QFile m_file;
    QSet<quint32> m_ended;                               ///< before anything was read
    QHash<quint32, QHash<QString, QString>> m_leftovers; ///< paths by what was wanted
};

} // namespace inflight
