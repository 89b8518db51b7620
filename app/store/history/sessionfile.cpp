// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history/sessionfile.h"

#include "store/session/sessionbodies.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct SessionFileWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::SessionFile)
};

constexpr qint64 headerBytes = 72;
constexpr qsizetype placeOfApplication = 68;

QStringList filesBeside(const QString &path)
{
    return {path + "-wal"_L1, path + "-shm"_L1, path + ".part"_L1};
}

} // namespace

bool isSessionFile(const QString &path)
{
    QFile file(path);
    // Anything else could be a pipe, which gives its bytes only once.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray header = file.read(headerBytes);
    return header.startsWith("SQLite format 3") && header.sliced(placeOfApplication) == "Infl";
}

std::optional<QString> moveSession(const QString &from, const QString &to)
{
    const QString bodies = SessionBodies(from).folder();
    const QString newBodies = SessionBodies(to).folder();
    // Bodies first: a session that has its name has its bodies.
    if (QFileInfo::exists(bodies) && !QDir().rename(bodies, newBodies))
        return SessionFileWords::tr("%1 could not be written: the bodies of another run are in %2.")
            .arg(QDir::toNativeSeparators(to), QDir::toNativeSeparators(newBodies));
    QFile file(from);
    if (file.rename(to))
        return std::nullopt;
    return SessionFileWords::tr("%1 could not be written: %2")
        .arg(QDir::toNativeSeparators(to), file.errorString());
}

QString faultOfTarget(QString fault, const QString &draft, const QString &target)
{
    return fault.replace(draft + ".part"_L1, target).replace(draft, target);
}

std::optional<QString> removeSession(const QString &path)
{
    QFile file(path);
    if (file.exists() && !file.remove())
        return SessionFileWords::tr("%1 could not be deleted: %2")
            .arg(QDir::toNativeSeparators(path), file.errorString());
    QDir bodies(SessionBodies(path).folder());
    const bool gone = !bodies.exists() || bodies.removeRecursively();
    for (const QString &beside : filesBeside(path))
        QFile::remove(beside);
    if (gone)
        return std::nullopt;
    return SessionFileWords::tr("Some bodies in %1 could not be deleted.")
        .arg(QDir::toNativeSeparators(bodies.path()));
}

qint64 sessionBytes(const QString &path)
{
    qint64 bytes = QFileInfo(path).size();
    for (const QString &beside : filesBeside(path))
        bytes += QFileInfo(beside).size();
    QDirIterator bodies(SessionBodies(path).folder(), QDir::Files | QDir::Hidden,
                        QDirIterator::Subdirectories);
    while (bodies.hasNext()) {
        bodies.next();
        bytes += bodies.fileInfo().size();
    }
    return bytes;
}

} // namespace inflight
