// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

#include <optional>

#include "pipeline/body.h"

namespace inflight {

/// The large bodies of a session, beside its file: each once, in a file that is named for its SHA-256; and
/// in a folder of their own those that are not whole yet.
class SessionBodies
{
public:
    /// Larger ones are files; the others are in the session itself.
    static constexpr qint64 insideLimit = 32 * 1024;

    explicit SessionBodies(const QString &sessionPath);

    /// Writes the body unless it is there; one that lies in a part's file is not copied, and the part stays.
    /// A translated sentence when that cannot be done.
    [[nodiscard]] std::optional<QString> put(const QByteArray &sha256, const Body &body);
    /// Nothing when it is not there, or not whole.
    [[nodiscard]] std::optional<Body> find(const QByteArray &sha256, qint64 size = -1) const;
    /// Whether there is a file for it.
    [[nodiscard]] bool has(const QByteArray &sha256) const;
    /// Waits until everything that was put is on the disk.
    [[nodiscard]] std::optional<QString> sync();
    [[nodiscard]] const QString &folder() const { return m_folder; }

    [[nodiscard]] QString partsFolder() const { return m_folder + QStringLiteral("/parts"); }
    /// Of what stages write down.
    [[nodiscard]] QString notesFolder() const { return m_folder + QStringLiteral("/stages"); }
    /// What has come of a body that is not whole.
    [[nodiscard]] std::optional<Body> findPart(const QString &name) const;
    /// The path of the part of this name.
    [[nodiscard]] QString partPath(const QString &name) const;
    /// Copies a part of another session, the first `size` bytes of it (-1: all), under a name of its own
    /// here. A translated sentence when that cannot be done.
    [[nodiscard]] std::optional<QString> putPart(const QString &name, const QString &file, qint64 size) const;
    /// Makes sure that what was written of a part is on the disk. Passed over where it is not there.
    void syncPart(const QString &path) const;
    void removePart(const QString &name) const;
    /// Removes the parts that have none of these names, and the folders that are empty.
    void removePartsBut(const QSet<QString> &names) const;
    /// Names the time between two starts of the machine: what is in a file without sync() is good for so
    /// long.
    [[nodiscard]] static QString boot();

private:
    [[nodiscard]] QString pathOf(const QByteArray &sha256) const;
    void makeFolder() const;
    [[nodiscard]] static std::optional<QString> write(const QString &path, const Body &body);

    QString m_folder;
    bool m_unsynced = false;
    bool m_hasSynced = false; ///< what was there before is on the disk
};

} // namespace inflight
