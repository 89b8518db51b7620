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

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ReadBytes)
};

} // namespace

std::variant<QByteArray, ValueRefusal> readBytes(const QString &path)
{
    QFile file(path);
    const bool isStdin = path == "-"_L1;
    if (!isStdin && QFileInfo(path).isDir())
        return ValueRefusal{Text::tr("\"%1\" is a folder").arg(path)};
    const bool open = isStdin ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return ValueRefusal{Text::tr("\"%1\" cannot be read: %2").arg(path, file.errorString())};
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return ValueRefusal{Text::tr("\"%1\" cannot be read: %2").arg(path, file.errorString())};
    return bytes;
}

} // namespace inflight
