// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/urllist.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <algorithm>
#include <memory>

namespace inflight {

/// What an input says of its request beside the URL. Immutable, shared by those that say the same.
struct RequestParts
{
    QByteArray method; ///< empty: not said
    /// In the order given. A null value: the header shall not be sent.
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< as it goes out

    [[nodiscard]] bool isEmpty() const { return method.isEmpty() && headers.isEmpty() && body.isEmpty(); }
    [[nodiscard]] bool hasHeader(QByteArrayView name) const
    {
        return std::ranges::any_of(headers, [name](const auto &header) {
            return name.compare(header.first, Qt::CaseInsensitive) == 0;
        });
    }
};

/// One request that was found in an input.
struct FoundRequest
{
    QString url; ///< absolute, http or https, encoded (QUrl::FullyEncoded), without a fragment
    QString key; ///< equal for two that are the same request
    std::shared_ptr<const RequestParts> parts; ///< null: only the URL was given
    QString name;                              ///< what the input calls it; empty: nothing
    int line = 0;                              ///< counting from 1
};

/// Something in an input that does not change what is sent and that a person should know.
struct NotedLine
{
    int line = 0; ///< counting from 1
    QString note; ///< a translated clause
};

/// Receives what is found in an input, in order of line where its format allows.
class RequestSink
{
public:
    RequestSink() = default;
    virtual ~RequestSink() = default;
    Q_DISABLE_COPY_MOVE(RequestSink)

    virtual void accept(FoundRequest request) = 0;
    virtual void reject(RejectedLine line) = 0;
    virtual void note(NotedLine) {}
};

} // namespace inflight
