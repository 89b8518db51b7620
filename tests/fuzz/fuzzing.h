// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <cstddef>
#include <cstdint>

/// What a fuzz target defines, by libFuzzer's own name: gets bytes that anybody may have written, ends the
/// process where something does not hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace inflight::fuzzing {

/// A finding: ends the process with what does not hold.
inline void require(bool holds, const char *what)
{
    if (!holds)
        qFatal("does not hold: %s", what);
}

/// The input, from which a target may take pieces.
class Input
{
public:
    Input(const std::uint8_t *data, std::size_t size)
        : m_rest(data, static_cast<qsizetype>(size))
    {}

    /// One byte to choose by; 0 at the end.
    [[nodiscard]] quint8 takeByte()
    {
        if (m_rest.isEmpty())
            return 0;
        const auto byte = static_cast<quint8>(m_rest.front());
        m_rest = m_rest.sliced(1);
        return byte;
    }
    /// What comes before the next '|', which goes too; all of it where there is none.
    [[nodiscard]] QByteArray takeField()
    {
        qsizetype end = m_rest.indexOf('|');
        if (end < 0)
            end = m_rest.size();
        const QByteArray field = m_rest.first(end).toByteArray();
        m_rest = m_rest.sliced(qMin(end + 1, m_rest.size()));
        return field;
    }
    [[nodiscard]] QByteArray rest() const { return m_rest.toByteArray(); }

private:
    QByteArrayView m_rest;
};

} // namespace inflight::fuzzing
