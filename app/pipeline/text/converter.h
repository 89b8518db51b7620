// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include <QByteArray>
#include <QByteArrayView>

namespace inflight {

/// Converts one stream of text to UTF-8, piece by piece; what is no text becomes U+FFFD and is counted. One
/// object, one stream, one thread.
class Converter
{
public:
    Converter() = default;
    virtual ~Converter() = default;
    Q_DISABLE_COPY_MOVE(Converter)

    /// The next piece in UTF-8; a character that the piece cuts is held back until the rest comes.
    [[nodiscard]] virtual QByteArray convert(QByteArrayView piece) = 0;
    /// What was still held back; the stream ends here.
    [[nodiscard]] virtual QByteArray finish() = 0;
    /// Sequences replaced so far.
    [[nodiscard]] qint64 replaced() const { return m_replaced; }

protected:
    void replace(QByteArray &out);

private:
    qint64 m_replaced = 0;
};

/// The converter from `charset`, a name as charsetName() gives it; null when this system has none.
[[nodiscard]] std::unique_ptr<Converter> makeConverter(const QByteArray &charset);

} // namespace inflight
