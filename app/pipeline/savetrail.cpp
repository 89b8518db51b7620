// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/savetrail.h"

#include "pipeline/notesfolder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMutexLocker>

using namespace Qt::StringLiterals;

namespace inflight {

void SaveTrail::keep(const StageNotes &notes)
{
    const QMutexLocker lock(&m_mutex);
    m_notes = notes;
}

void SaveTrail::jobEnded(quint32 job)
{
    const QMutexLocker lock(&m_mutex);
    if (m_notes.earlier.isEmpty())
        return;
    m_leftovers.remove(job);
    if (!m_hasBegun)
        m_ended.insert(job);
}

QString SaveTrail::takeLeftover(quint32 job, const QString &wanted)
{
    const QMutexLocker lock(&m_mutex);
    begin();
    const auto found = m_leftovers.find(job);
    return found == m_leftovers.end() ? QString() : found->take(wanted);
}

void SaveTrail::writes(quint32 job, const QString &wanted, const QString &path)
{
    const QMutexLocker lock(&m_mutex);
    begin();
    if (m_file.isOpen())
        m_file.write(line(job, wanted, path));
}

/// With the first file: most runs save none.
void SaveTrail::begin()
{
    if (std::exchange(m_hasBegun, true))
        return;
    read();
    m_ended.clear();
    if (m_notes.file.isEmpty())
        return;
    makeNotesFolder(m_notes.file);
    m_file.setFileName(m_notes.file);
    const bool goesOn = m_notes.file == m_notes.earlier;
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered |
                     (goesOn ? QIODevice::Append : QIODevice::Truncate)))
        return;
    // After half a line that a crash left.
    m_file.write("\n");
    if (goesOn)
        return;
    for (auto job = m_leftovers.cbegin(); job != m_leftovers.cend(); ++job) {
        for (auto each = job->cbegin(); each != job->cend(); ++each)
            m_file.write(line(job.key(), each.key(), each.value()));
    }
}

void SaveTrail::read()
{
    QFile file(m_notes.earlier);
    if (m_notes.earlier.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    while (!file.atEnd()) {
        const QJsonArray entry = QJsonDocument::fromJson(file.readLine()).array();
        const auto job = static_cast<quint32>(entry.at(0).toInteger(-1));
        if (entry.size() == 3 && !m_ended.contains(job))
            m_leftovers[job].insert(entry.at(1).toString(), entry.at(2).toString());
    }
}

bool SaveTrail::isTrail(const QString &file)
{
    QFile trail(file);
    return trail.open(QIODevice::ReadOnly) && trail.read(2).trimmed().startsWith('[');
}

QByteArray SaveTrail::line(quint32 job, const QString &wanted, const QString &path)
{
    const QJsonArray entry{static_cast<qint64>(job), wanted, path};
    return QJsonDocument(entry).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace inflight
