// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>

#include <optional>

namespace inflight {

/// Makes text of bytes that come in pieces: UTF-8, unless a byte order mark in the first one says otherwise.
class TextDecoder
{
public:
    [[nodiscard]] QString decode(QByteArrayView bytes)
    {
        if (!m_decoder) {
            const auto marked = QStringDecoder::encodingForData(bytes);
            m_decoder.emplace(marked.value_or(QStringDecoder::Utf8));
        }
        return (*m_decoder)(bytes);
    }

private:
    std::optional<QStringDecoder> m_decoder;
};

} // namespace inflight
