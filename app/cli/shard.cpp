// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/shard.h"

#include "cli/values.h"
#include "net/origin.h"

#include <QCryptographicHash>
#include <QUrl>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace inflight {

std::optional<Shard> Shard::parse(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return std::nullopt;
    const auto count = parseInteger(text.sliced(slash + 1), 1, most);
    const auto index = count ? parseInteger(text.first(slash), 1, *count) : std::nullopt;
    return index ? std::optional(Shard(*index, *count)) : std::nullopt;
}

int Shard::of(const QString &url, int count)
{
    const Origin origin = Origin::of(QUrl(url));
    const QString text = u"%1://%2:%3"_s.arg(origin.scheme, origin.host, QString::number(origin.port));
    const QByteArray digest = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    const auto share = qFromBigEndian<quint64>(digest.constData()) % static_cast<quint64>(count);
    return static_cast<int>(share) + 1;
}

bool Shard::contains(const QString &url)
{
    // Most URLs of a list have the same text before their path: it is hashed once.
    const qsizetype path = url.indexOf(u'/', url.indexOf("://"_L1) + 3);
    const QString prefix = path < 0 ? url : url.first(path);
    const auto known = m_known.constFind(prefix);
    if (known != m_known.constEnd())
        return *known;
    return *m_known.insert(prefix, of(url, m_count) == m_index);
}

} // namespace inflight
