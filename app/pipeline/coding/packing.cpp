// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/coding/packing.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Ending
{
    QLatin1StringView packed;
    QLatin1StringView plain;
    QByteArrayView coding;
};

constexpr std::array endings{
    Ending{".gz"_L1, {}, "gzip"},  Ending{".tgz"_L1, ".tar"_L1, "gzip"},
    Ending{".zst"_L1, {}, "zstd"}, Ending{".tzst"_L1, ".tar"_L1, "zstd"},
    Ending{".br"_L1, {}, "br"},
};

} // namespace

QByteArray packingOf(QByteArrayView bytes, const QString &name)
{
    if (bytes.startsWith("\x1f\x8b\x08"))
        return "gzip"_ba;
    if (bytes.startsWith("\x28\xb5\x2f\xfd"))
        return "zstd"_ba;
    return !bytes.isEmpty() && name.endsWith(".br"_L1, Qt::CaseInsensitive) ? "br"_ba : QByteArray();
}

QString unpackedName(const QString &name, const QByteArray &coding)
{
    const auto *const ending = std::ranges::find_if(endings, [&](const Ending &each) {
        return each.coding == coding && name.endsWith(each.packed, Qt::CaseInsensitive);
    });
    return ending == endings.end() ? name : name.chopped(ending->packed.size()) + ending->plain;
}

} // namespace inflight
