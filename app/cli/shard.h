// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringView>

#include <optional>

namespace inflight {

/// One of several equal shares of an input, by origin (--shard): an origin is always in the same share of so
/// many, on every machine and in every version, so that its limits stay true. A share is the first 64 bits,
/// most significant first, of the SHA-256 of "scheme://host:port", modulo the number of shares. A value of
/// one thread.
class Shard
{
public:
    static constexpr int most = 10'000;

    /// "K/N" with 1 <= K <= N <= most.
    static std::optional<Shard> parse(QStringView text);
    /// Which of `count` shares an absolute URL is in, counting from 1.
    static int of(const QString &url, int count);

    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] int count() const { return m_count; }
    /// Whether an absolute, encoded URL is in this share.
    [[nodiscard]] bool contains(const QString &url);
    /// What has no origin is the first share's.
    [[nodiscard]] bool hasTheRest() const { return m_index == 1; }

private:
    Shard(int index, int count)
        : m_index(index)
        , m_count(count)
    {}

    int m_index;
    int m_count;
    QHash<QString, bool> m_known; ///< by "scheme://authority"
};

} // namespace inflight
