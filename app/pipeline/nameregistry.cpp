// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/nameregistry.h"

#include <QFileInfo>
#include <QMutexLocker>

#include "pipeline/safename.h"

namespace inflight {

namespace {

QString folded(const QString &folder, const QString &name)
{
    return folder + u'/' + name.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

/// A link to nowhere is there too: writing would follow it.
bool isOnDisk(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

} // namespace

NameRegistry::Claim::Claim(NameRegistry &registry, QString folder, const QString &wanted, int number)
    : m_registry(&registry)
    , m_folder(std::move(folder))
    , m_wanted(wanted)
    , m_number(number)
    , m_name(numberedName(wanted, number))
{}

NameRegistry::Claim::Claim(Claim &&other) noexcept
    : m_registry(std::exchange(other.m_registry, nullptr))
    , m_folder(std::move(other.m_folder))
    , m_wanted(std::move(other.m_wanted))
    , m_number(other.m_number)
    , m_name(std::move(other.m_name))
{}

NameRegistry::Claim::~Claim()
{
    if (m_registry)
        m_registry->release(*this);
}

NameRegistry::Claim NameRegistry::claim(const QString &folder, const QString &wanted)
{
    const QMutexLocker lock(&m_mutex);
    int &next = m_next[folded(folder, wanted)];
    for (next = qMax(next, 1);; ++next) {
        const QString name = numberedName(wanted, next);
        const QString key = folded(folder, name);
        if (m_taken.contains(key) || isOnDisk(folder + u'/' + name))
            continue;
        m_taken.insert(key);
        return Claim(*this, folder, wanted, next++);
    }
}

void NameRegistry::release(const Claim &claim)
{
    const QMutexLocker lock(&m_mutex);
    m_taken.remove(folded(claim.m_folder, claim.m_name));
    int &next = m_next[folded(claim.m_folder, claim.m_wanted)];
    next = qMin(next, claim.m_number);
}

} // namespace inflight
