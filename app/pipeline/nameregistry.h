// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include <QHash>
#include <QMutex>
#include <QSet>
#include <QString>

namespace inflight {

/// Keeps jobs of a run off each other's files. Thread-safe.
class NameRegistry
{
public:
    /// A name that is taken until it is given back; given back on destruction unless kept.
    class Claim
    {
    public:
        Claim(NameRegistry &registry, QString folder, const QString &wanted, int number);
        ~Claim();
        Q_DISABLE_COPY(Claim)
        Claim(Claim &&other) noexcept;
        Claim &operator=(Claim &&) = delete;

        [[nodiscard]] const QString &name() const { return m_name; }
        [[nodiscard]] QString path() const { return m_folder + u'/' + m_name; }
        /// The file is there now: nobody else gets its name.
        void keep() { m_registry = nullptr; }

    private:
        friend class NameRegistry;
        NameRegistry *m_registry;
        QString m_folder;
        QString m_wanted;
        int m_number;
        QString m_name;
    };

    /// Takes `wanted` in `folder`, or, where that is taken, was kept or is on the disk already in whatever
    /// form, the first of "wanted (2)", "wanted (3)"… that is not. Names that differ only in case or in the
    /// way their accents are written count as one. The registry must outlive the claim.
    [[nodiscard]] Claim claim(const QString &folder, const QString &wanted);

private:
    void release(const Claim &claim);

    QMutex m_mutex;
    QSet<QString> m_taken;      ///< folded paths
    QHash<QString, int> m_next; ///< by folded path as wanted: the first number that may be free
};

} // namespace inflight
