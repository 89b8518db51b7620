// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/readbytes.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct ReadBytesText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ReadBytes)
};

constexpr qint64 pieceSize = 256 * 1024;

ValueRefusal unreadable(const QString &path, const QFile &file)
{
    return {ReadBytesText::tr("\"%1\" cannot be read: %2").arg(path, file.errorString())};
}

/// stdin for "-"; why not.
std::optional<ValueRefusal> openToRead(QFile &file, const QString &path)
{
    const bool isStdin = path == "-"_L1;
    if (!isStdin && QFileInfo(path).isDir())
        return ValueRefusal{ReadBytesText::tr("\"%1\" is a folder").arg(path)};
    // Unbuffered, what a pipe has is there at once.
    const bool open = isStdin ? file.open(fileno(stdin), QIODevice::ReadOnly | QIODevice::Unbuffered)
                              : file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return open ? std::nullopt : std::optional(unreadable(path, file));
}

} // namespace

std::variant<QByteArray, ValueRefusal> readBytes(const QString &path)
{
    QFile file(path);
    if (auto refusal = openToRead(file, path))
        return *std::move(refusal);
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return unreadable(path, file);
    return bytes;
}

std::optional<ValueRefusal> readPieces(const QString &path, const std::function<bool(QByteArrayView)> &take)
{
    QFile file(path);
    if (auto refusal = openToRead(file, path))
        return refusal;
    for (;;) {
        const QByteArray piece = file.read(pieceSize);
        if (piece.isEmpty() || !take(piece))
            break;
    }
    return file.error() == QFileDevice::NoError ? std::nullopt : std::optional(unreadable(path, file));
}

} // namespace inflight
