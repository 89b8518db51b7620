// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/sessionjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QJsonArray arrayOf(const HeaderList &headers)
{
    QJsonArray list;
    for (const Header &header : headers)
        list.append(QJsonArray{QString::fromLatin1(header.name), QString::fromLatin1(header.value)});
    return list;
}

HeaderList headersIn(const QJsonArray &list)
{
    HeaderList headers;
    for (const QJsonValue &pair : list)
        headers.append({pair[0].toString().toLatin1(), pair[1].toString().toLatin1()});
    return headers;
}

} // namespace

QByteArray headersToJson(const HeaderList &headers)
{
    return QJsonDocument(arrayOf(headers)).toJson(QJsonDocument::Compact);
}

HeaderList headersFromJson(const QByteArray &json)
{
    return headersIn(QJsonDocument::fromJson(json).array());
}

QByteArray headToJson(const ResponseHead &head)
{
    const QJsonObject object{{u"status"_s, head.status},
                             {u"reason"_s, head.reason},
                             {u"http_version"_s, head.httpVersion},
                             {u"length"_s, head.contentLength},
                             {u"headers"_s, arrayOf(head.headers)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ResponseHead headFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {object[u"status"_s].toInt(), object[u"reason"_s].toString(), object[u"http_version"_s].toString(),
            headersIn(object[u"headers"_s].toArray()), object[u"length"_s].toInteger(-1)};
}

QByteArray textsToJson(const QStringList &texts)
{
    return QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact);
}

QStringList textsFromJson(const QByteArray &json)
{
    QStringList texts;
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &text : list)
        texts.append(text.toString());
    return texts;
}

} // namespace inflight
