// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/harmessages.h"

#include "net/redirect.h"
#include "net/secretnames.h"
#include "pipeline/content/recognise.h"
#include "store/export/plainbody.h"
#include "store/jsonwriter.h"

#include <QCoreApplication>
#include <QNetworkCookie>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct HarFormatText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::HarFormat)
};

/// Names and values as application/x-www-form-urlencoded has them, in queries and in posted forms.
QString unescaped(QStringView text)
{
    return headerText(QByteArray::fromPercentEncoding(text.toUtf8().replace('+', ' ')));
}

const QString &finalUrl(const JobRecord &record)
{
    return record.finalUrl.isEmpty() ? record.url : record.finalUrl;
}

/// Of the body that was sent; -1: not known.
qint64 sentBytes(const JobRecord &record, const RequestTemplate *sent)
{
    if (sent)
        return sent->body.size();
    const QByteArray length = headerValue(record.requestHeaders, "content-length");
    bool ok = false;
    const qint64 announced = length.toLongLong(&ok);
    if (ok)
        return announced;
    return record.method == "GET" || record.method == "HEAD" ? 0 : -1;
}

/// Whether a redirect turned the request into a GET without a body: its last headers speak of none.
bool lostItsBody(const JobRecord &record, const RequestTemplate *sent)
{
    return sent && !record.redirects.isEmpty() && !headerValue(sent->headers, "content-type").isEmpty() &&
           headerValue(record.requestHeaders, "content-type").isEmpty();
}

} // namespace

void HarMessages::request(const JobRecord &record, const RequestTemplate *given)
{
    const bool isGet = record.method.isEmpty() || lostItsBody(record, given);
    const RequestTemplate *sent = isGet ? nullptr : given;
    const QString url = displayUrl(finalUrl(record), m_secrets);
    m_json.key("request");
    m_json.beginObject();
    m_json.member("method", QByteArrayView(isGet ? QByteArray("GET") : record.method));
    m_json.member("url", QStringView(url));
    version(record.httpVersion);
    requestCookies(record.requestHeaders);
    headers(record.requestHeaders);
    queryString(url);
    if (sent)
        postData(*sent, record.requestHeaders);
    m_json.member("headersSize", -1);
    m_json.member("bodySize", isGet ? 0 : sentBytes(record, sent));
    m_json.endObject();
}

void HarMessages::response(const FinishedJob &job)
{
    const JobRecord &record = *job.record;
    const QString target =
        isRedirect(record.status) ? headerText(headerValue(record.headers, "location")) : u""_s;
    m_json.key("response");
    m_json.beginObject();
    m_json.member("status", record.status);
    m_json.member("statusText", QStringView(record.statusText));
    version(record.httpVersion);
    responseCookies(record.headers);
    headers(record.headers);
    content(job);
    m_json.member("redirectURL", QStringView(displayText(target, m_secrets)));
    m_json.member("headersSize", -1);
    m_json.member("bodySize", record.status == 0 ? -1 : record.wireBytes);
    // Where browsers look for the reason.
    if (record.fault)
        m_json.member("_error", QStringView(displayText(record.fault->message, m_secrets)));
    m_json.endObject();
}

void HarMessages::version(const QString &version)
{
    m_json.member("httpVersion", QStringView(version.isEmpty() ? QString() : "HTTP/"_L1 + version));
}

void HarMessages::headers(const HeaderList &headers)
{
    m_json.key("headers");
    m_json.beginArray();
    const HeaderList redacted = displayHeaders(headers, m_secrets);
    for (const Header &header : redacted)
        pair(headerText(header.name), headerText(header.value));
    m_json.endArray();
}

void HarMessages::requestCookies(const HeaderList &headers)
{
    m_json.key("cookies");
    m_json.beginArray();
    for (const Header &header : headers) {
        if (header.name.compare("cookie", Qt::CaseInsensitive) != 0)
            continue;
        const QList<QByteArray> cookies = header.value.split(';');
        for (const QByteArray &cookie : cookies) {
            const qsizetype equals = cookie.indexOf('=');
            if (equals > 0)
                pair(headerText(cookie.first(equals).trimmed()),
                     shown(headerText(cookie.sliced(equals + 1).trimmed())));
        }
    }
    m_json.endArray();
}

void HarMessages::responseCookies(const HeaderList &headers)
{
    m_json.key("cookies");
    m_json.beginArray();
    for (const Header &header : headers) {
        if (header.name.compare("set-cookie", Qt::CaseInsensitive) != 0)
            continue;
        const QList<QNetworkCookie> cookies = QNetworkCookie::parseCookies(header.value);
        for (const QNetworkCookie &cookie : cookies) {
            m_json.beginObject();
            m_json.member("name", QStringView(headerText(cookie.name())));
            m_json.member("value", QStringView(shown(headerText(cookie.value()))));
            if (!cookie.path().isEmpty())
                m_json.member("path", QStringView(cookie.path()));
            if (!cookie.domain().isEmpty())
                m_json.member("domain", QStringView(cookie.domain()));
            if (cookie.expirationDate().isValid())
                m_json.member("expires", cookie.expirationDate());
            m_json.member("httpOnly", cookie.isHttpOnly());
            m_json.member("secure", cookie.isSecure());
            m_json.endObject();
        }
    }
    m_json.endArray();
}

void HarMessages::queryString(const QString &shownUrl)
{
    m_json.key("queryString");
    m_json.beginArray();
    const QStringView whole = QStringView(shownUrl).left(shownUrl.indexOf(u'#'));
    const qsizetype mark = whole.indexOf(u'?');
    const QStringView query = mark < 0 ? QStringView() : whole.sliced(mark + 1);
    const QList<QStringView> items = query.split(u'&', Qt::SkipEmptyParts);
    for (const QStringView item : items) {
        const qsizetype equals = item.indexOf(u'=');
        pair(unescaped(item.left(equals)), equals < 0 ? QString() : unescaped(item.sliced(equals + 1)));
    }
    m_json.endArray();
}

/// A form is told by its items, redacted like those of a query. What else is posted may have secrets
/// anywhere.
void HarMessages::postData(const RequestTemplate &sent, const HeaderList &headers)
{
    const QByteArray type = headerValue(headers, "content-type");
    m_json.key("postData");
    m_json.beginObject();
    m_json.member("mimeType", QStringView(type.isEmpty() ? u"application/octet-stream"_s : headerText(type)));
    if (m_secrets == Secrets::Shown) {
        bytes(sent.body);
    } else if (MediaType::parse(type).essence == "application/x-www-form-urlencoded") {
        m_json.key("params");
        m_json.beginArray();
        const QList<QByteArray> items = sent.body.split('&');
        for (const QByteArray &item : items) {
            const qsizetype equals = item.indexOf('=');
            const QString name = unescaped(headerText(item.left(equals)));
            const QString value = equals < 0 ? QString() : unescaped(headerText(item.sliced(equals + 1)));
            pair(name, looksSecret(name) ? shown(value) : displayText(value, m_secrets));
        }
        m_json.endArray();
    } else {
        m_json.member("comment", QStringView(HarFormatText::tr(
                                     "left out, as it may hold secrets; --with-secrets has it")));
    }
    m_json.endObject();
}

void HarMessages::content(const FinishedJob &job)
{
    const JobRecord &record = *job.record;
    m_json.key("content");
    m_json.beginObject();
    m_json.member("size", record.bytes);
    if (!job.contentEncoding.isEmpty() && record.bytes >= record.wireBytes)
        m_json.member("compression", record.bytes - record.wireBytes);
    m_json.member("mimeType",
                  QStringView(record.contentType.isEmpty() ? u"x-unknown"_s : record.contentType));
    body(job);
    m_json.endObject();
}

void HarMessages::body(const FinishedJob &job)
{
    if (job.body.size() == 0)
        return;
    const PlainBody plain = plainBody(job, mostBodyBytes);
    if (plain.body.size() > mostBodyBytes || (plain.isCoded && job.record->bytes > mostBodyBytes)) {
        m_json.member("comment",
                      QStringView(HarFormatText::tr("the body is left out: it is larger than 16 MiB")));
        return;
    }
    bytes(plain.body.bytes());
}

/// "text", in base64 where it is none.
void HarMessages::bytes(QByteArrayView bytes)
{
    if (bytes.isValidUtf8() && looksLikeText(bytes)) {
        m_json.member("text", bytes);
        return;
    }
    m_json.member("text", QByteArrayView(bytes.toByteArray().toBase64()));
    m_json.member("encoding", QStringView(u"base64"));
}

void HarMessages::pair(QStringView name, QStringView value)
{
    m_json.beginObject();
    m_json.member("name", name);
    m_json.member("value", value);
    m_json.endObject();
}

QString HarMessages::shown(const QString &secret) const
{
    return m_secrets == Secrets::Shown ? secret : redactedText.toString();
}

} // namespace inflight
