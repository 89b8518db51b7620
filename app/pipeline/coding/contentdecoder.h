// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <stop_token>

#include <QByteArray>
#include <QByteArrayView>
#include <QCoreApplication>

#include "async/outcome.h"

namespace inflight {

/// Something that bytes are pushed into, piece by piece.
class ByteSink
{
public:
    ByteSink() = default;
    virtual ~ByteSink() = default;
    Q_DISABLE_COPY_MOVE(ByteSink)

    virtual Outcome<Done> take(QByteArrayView piece) = 0;
};

/// One content coding being removed: coded bytes are pushed in, plain ones go on to the next sink, in pieces
/// of at most `pieceSize`, so that memory stays bounded whatever the ratio. Looks at the stop token for every
/// piece that it gives on. One object, one stream, one thread.
class ContentDecoder : public ByteSink
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ContentDecoder)

public:
    static constexpr qsizetype pieceSize = 64 * 1024;

    /// `next` must outlive this.
    ContentDecoder(ByteSink &next, std::stop_token stop);

    /// Says that nothing more comes: Fault decompression where the coded data are not whole. No data at all
    /// are an empty body in any coding.
    [[nodiscard]] virtual Outcome<Done> finish() = 0;
    /// Bytes that followed the end of the coded data and were passed over, as gzip and the browsers do.
    [[nodiscard]] qint64 ignoredBytes() const { return m_ignored; }

protected:
    [[nodiscard]] char *buffer() { return m_buffer.data(); }
    /// Gives on the first `size` bytes of buffer().
    [[nodiscard]] Outcome<Done> giveOn(qsizetype size);
    void ignore(qint64 bytes) { m_ignored += bytes; }

    static Fault corrupt(const QString &coding, const QString &reason);
    static Fault truncated(const QString &coding);

private:
    ByteSink &m_next;
    std::stop_token m_stop;
    QByteArray m_buffer{pieceSize, Qt::Uninitialized};
    qint64 m_ignored = 0;
};

} // namespace inflight
