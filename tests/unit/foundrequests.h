// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/inputreport.h"

namespace inflight {

using namespace Qt::StringLiterals;

/// "LINE METHOD URL (name) Header: value, … << body", without what is not given.
inline QString textOf(const FoundRequest &request)
{
    QString text = QString::number(request.line) + u' ';
    if (request.parts && !request.parts->method.isEmpty())
        text += QString::fromUtf8(request.parts->method) + u' ';
    text += request.url;
    if (!request.name.isEmpty())
        text += u" (%1)"_s.arg(request.name);
    if (!request.parts)
        return text;
    for (const auto &[name, value] : request.parts->headers)
        text += u" %1:%2"_s.arg(QString::fromUtf8(name),
                                value.isNull() ? u"-"_s : u' ' + QString::fromUtf8(value));
    if (!request.parts->body.isEmpty())
        text += u" << "_s + QString::fromUtf8(request.parts->body);
    return text;
}

inline QStringList found(const InputReport &report)
{
    QStringList lines;
    for (const FoundRequest &request : report.requests)
        lines.append(textOf(request));
    return lines;
}

inline QStringList refused(const InputReport &report)
{
    QStringList lines;
    for (const RejectedLine &line : report.rejected)
        lines.append(u"%1 %2"_s.arg(line.line).arg(line.reason));
    return lines;
}

/// What is found, as it comes.
class Collected : public RequestSink
{
public:
    void accept(FoundRequest request) override { requests.append(textOf(request)); }
    void reject(RejectedLine line) override { rejected.append(u"%1 %2"_s.arg(line.line).arg(line.reason)); }

    QStringList requests;
    QStringList rejected;
};

} // namespace inflight
