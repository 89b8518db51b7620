// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/dump.h"

#include "store/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

void writeHeaders(JsonWriter &json, const HeaderList &headers)
{
    json.key("headers");
    json.beginArray();
    for (const Header &header : headers) {
        if (header.value.isNull())
            continue; // one that is not sent
        json.beginArray();
        json.value(QByteArrayView(header.name));
        json.value(QByteArrayView(header.value));
        json.endArray();
    }
    json.endArray();
}

void writeBody(JsonWriter &json, const QByteArray &body)
{
    const bool isText = body.isValidUtf8();
    if (body.isEmpty() || !isText)
        json.nullMember("body");
    else
        json.member("body", QByteArrayView(body));
    if (!isText)
        json.member("body_base64", QByteArrayView(body.toBase64()));
}

} // namespace

QByteArray requestToJsonLine(JobId id, const JobInput &input, Secrets secrets)
{
    static const RequestTemplate plainGet;
    const RequestTemplate &request = input.request ? *input.request : plainGet;
    JsonWriter json;
    json.beginObject();
    json.member("id", id);
    json.member("method", QByteArrayView(request.method));
    json.member("url", QStringView(displayUrl(input.url, secrets)));
    writeHeaders(json, displayHeaders(request.headers, secrets));
    writeBody(json, request.body);
    if (!input.name.isEmpty())
        json.member("name", QStringView(input.name));
    json.endObject();
    return json.takeLine();
}

} // namespace inflight
