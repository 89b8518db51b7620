// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

#include "pipeline/body.h"

namespace inflight {

/// The large bodies of a session, beside its file: each once, in a file that is named for its SHA-256.
class SessionBodies
{
public:
    /// Larger ones are files; the others are in the session itself.
    static constexpr qint64 insideLimit = 32 * 1024;

    explicit SessionBodies(const QString &sessionPath);

    /// Writes the body unless it is there. A translated sentence when that cannot be done.
    [[nodiscard]] std::optional<QString> put(const QByteArray &sha256, const Body &body);
    /// Nothing when it is not there, or not whole.
    [[nodiscard]] std::optional<Body> find(const QByteArray &sha256, qint64 size = -1) const;
    /// Waits until everything that was put is on the disk.
    [[nodiscard]] std::optional<QString> sync();
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    [[nodiscard]] QString pathOf(const QByteArray &sha256) const;

    QString m_folder;
    bool m_unsynced = false;
};

} // namespace inflight
