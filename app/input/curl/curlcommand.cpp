// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/curl/curlcommand.h"

#include "input/curl/curlflags.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct CurlCommandText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::CurlCommand)
};

void addUnlessGiven(RequestParts &parts, const QByteArray &name, const QByteArray &value)
{
    if (!parts.hasHeader(name))
        parts.headers.append({name, value});
}

/// name=content with the content encoded; =content and content alone without a name.
QByteArray urlEncoded(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    const QString name = equals > 0 ? text.first(equals + 1) : QString();
    const QString content = equals < 0 ? text : text.sliced(equals + 1);
    return name.toUtf8() + QUrl::toPercentEncoding(content);
}

/// What the flags of one request add up to.
class Building
{
public:
    [[nodiscard]] bool isEmpty() const { return m_request.urls.isEmpty() && !m_touched; }
    void addUrl(const QString &url) { m_request.urls.append(url); }

    /// Why the flag cannot be taken; empty when it is.
    QString apply(const CurlFlag &flag, const QString &value)
    {
        m_touched = true;
        switch (flag.meaning) {
        case CurlMeaning::Method:
            m_request.parts.method = value.toUtf8();
            break;
        case CurlMeaning::Header:
            return addHeader(value);
        case CurlMeaning::Data:
        case CurlMeaning::DataRaw:
        case CurlMeaning::DataUrlEncode:
        case CurlMeaning::Json:
            return addData(flag, value);
        case CurlMeaning::User:
            m_user = value;
            break;
        case CurlMeaning::Agent:
            m_agent = value;
            break;
        case CurlMeaning::Cookie:
            return addCookies(value);
        case CurlMeaning::Referer:
            m_referer = value;
            break;
        case CurlMeaning::Bearer:
            m_authorization = "Bearer " + value.toUtf8();
            break;
        case CurlMeaning::Range:
            m_request.parts.headers.append({"Range"_ba, "bytes=" + value.toUtf8()});
            break;
        case CurlMeaning::Query:
            m_inQuery = true;
            break;
        case CurlMeaning::Head:
            m_head = true;
            break;
        case CurlMeaning::Url:
            addUrl(value);
            break;
        case CurlMeaning::Globoff:
            m_request.globs = false;
            break;
        case CurlMeaning::Output:
            m_request.name = value.section(u'/', -1);
            break;
        default:
            break;
        }
        return {};
    }

    [[nodiscard]] CurlRequest finish()
    {
        RequestParts &parts = m_request.parts;
        if (m_user)
            addUnlessGiven(parts, "Authorization"_ba, basicCredentials());
        if (!m_authorization.isEmpty())
            addUnlessGiven(parts, "Authorization"_ba, m_authorization);
        if (m_agent)
            addUnlessGiven(parts, "User-Agent"_ba, m_agent->isEmpty() ? QByteArray() : m_agent->toUtf8());
        if (!m_cookies.isEmpty())
            addUnlessGiven(parts, "Cookie"_ba, m_cookies.join("; "));
        if (!m_referer.isEmpty())
            addUnlessGiven(parts, "Referer"_ba, m_referer.toUtf8());
        if (m_data)
            finishData();
        if (parts.method.isEmpty() && m_head)
            parts.method = "HEAD"_ba;
        return std::move(m_request);
    }

private:
    [[nodiscard]] QByteArray basicCredentials() const
    {
        const QByteArray plain = m_user->toUtf8() + (m_user->contains(u':') ? ""_ba : ":"_ba);
        return "Basic "_ba + plain.toBase64();
    }

    QString addHeader(const QString &text)
    {
        if (text.startsWith(u'@'))
            return CurlCommandText::tr("-H %1 would read a file; write the headers themselves").arg(text);
        const qsizetype colon = text.indexOf(u':');
        const bool emptied = colon < 0 && text.trimmed().endsWith(u';');
        if (colon < 0 && !emptied)
            return CurlCommandText::tr("its header \"%1\" has no colon")
                .arg(text.simplified().section(u' ', 0, 0).left(40));
        const QByteArray name = (emptied ? text.trimmed().chopped(1) : text.first(colon)).trimmed().toUtf8();
        const QByteArray value = emptied ? QByteArray() : text.sliced(colon + 1).trimmed().toUtf8();
        const bool removed = !emptied && value.isEmpty();
        m_request.parts.headers.append({name, removed ? QByteArray() : emptied ? ""_ba : value});
        return {};
    }

    QString addData(const CurlFlag &flag, const QString &value)
    {
        const bool encodes = flag.meaning == CurlMeaning::DataUrlEncode;
        const qsizetype at = encodes ? value.indexOf(u'@') : (value.startsWith(u'@') ? 0 : -1);
        const bool namesFile = at >= 0 && flag.meaning != CurlMeaning::DataRaw &&
                               !(encodes && QStringView(value).first(at).contains(u'='));
        if (namesFile)
            return CurlCommandText::tr("--%1 %2 would read a file; write the data itself")
                .arg(flag.name, value.left(40));
        if (flag.meaning == CurlMeaning::Json)
            m_json = true;
        const QByteArray piece = encodes ? urlEncoded(value) : value.toUtf8();
        const bool joins = m_data && flag.meaning != CurlMeaning::Json;
        m_data = m_data.value_or(QByteArray()) + (joins ? "&"_ba : QByteArray()) + piece;
        return {};
    }

    QString addCookies(const QString &value)
    {
        if (!value.contains(u'='))
            return CurlCommandText::tr(
                "-b without a = would read cookies from a file; write them as name=value");
        m_cookies.append(value.toUtf8());
        return {};
    }

    void finishData()
    {
        RequestParts &parts = m_request.parts;
        if (m_inQuery || m_head) {
            for (QString &url : m_request.urls)
                appendQuery(url);
            return;
        }
        if (m_json) {
            addUnlessGiven(parts, "Content-Type"_ba, "application/json"_ba);
            addUnlessGiven(parts, "Accept"_ba, "application/json"_ba);
        }
        addUnlessGiven(parts, "Content-Type"_ba, "application/x-www-form-urlencoded"_ba);
        parts.body = *m_data;
        if (parts.method.isEmpty())
            parts.method = "POST"_ba;
    }

    /// curl looks for ranges and lists in the URL before the data is appended.
    static QString withoutGlobs(QString data)
    {
        for (const char16_t c : {u'[', u']', u'{', u'}'})
            data.replace(QChar(c), u'%' + QString::number(c, 16).toUpper());
        return data;
    }

    void appendQuery(QString &url) const
    {
        const qsizetype fragment = url.indexOf(u'#');
        if (fragment >= 0)
            url.truncate(fragment);
        url += url.contains(u'?') ? u'&' : u'?';
        url += withoutGlobs(QString::fromUtf8(*m_data));
    }

    CurlRequest m_request;
    bool m_touched = false;
    std::optional<QString> m_user;
    std::optional<QString> m_agent;
    QByteArray m_authorization;
    QByteArrayList m_cookies;
    QString m_referer;
    std::optional<QByteArray> m_data;
    bool m_json = false;
    bool m_inQuery = false;
    bool m_head = false;
};

class Reader
{
public:
    explicit Reader(const QStringList &words)
        : m_words(words)
    {}

    CurlCommand read()
    {
        while (m_at < m_words.size() && m_command.refusal.isEmpty()) {
            const QString &word = m_words.at(m_at++);
            if (word.size() < 2 || !word.startsWith(u'-') || m_onlyUrls)
                m_building.addUrl(word);
            else if (word == "--"_L1)
                m_onlyUrls = true;
            else if (word.startsWith("--"_L1))
                readLong(word);
            else
                readLetters(word);
        }
        next();
        const auto hasUrl = [](const CurlRequest &request) { return !request.urls.isEmpty(); };
        if (m_command.refusal.isEmpty() && std::ranges::none_of(m_command.requests, hasUrl))
            m_command.refusal = CurlCommandText::tr("the curl command has no URL");
        return std::move(m_command);
    }

private:
    void readLong(const QString &word)
    {
        const QStringView name = QStringView(word).sliced(2);
        const CurlFlag *flag = curlFlag(name);
        const CurlFlag *const negated = name.startsWith("no-"_L1) ? curlFlag(name.sliced(3)) : nullptr;
        if (!flag && negated && !negated->takesValue)
            return; // What is not asked for.
        if (!flag)
            return refuseUnknown(word);
        apply(*flag, word, flag->takesValue ? takeValue(word) : QString());
    }

    void readLetters(const QString &word)
    {
        for (qsizetype i = 1; i < word.size(); ++i) {
            const CurlFlag *const flag = curlFlag(word[i]);
            const QString written = u'-' + word[i];
            if (!flag)
                return refuseUnknown(written);
            if (!flag->takesValue) {
                apply(*flag, written, {});
                continue;
            }
            const QString attached = word.sliced(i + 1);
            return apply(*flag, written, attached.isEmpty() ? takeValue(written) : attached);
        }
    }

    QString takeValue(const QString &flag)
    {
        if (m_at < m_words.size())
            return m_words.at(m_at++);
        refuse(CurlCommandText::tr("%1 has no value").arg(flag));
        return {};
    }

    void apply(const CurlFlag &flag, const QString &written, const QString &value)
    {
        switch (flag.meaning) {
        case CurlMeaning::Next:
            return next();
        case CurlMeaning::Nothing:
            return;
        case CurlMeaning::RunSetting:
            m_command.notes.append(
                CurlCommandText::tr("%1 is passed over: it is set for the whole run here").arg(written));
            return;
        case CurlMeaning::Insecure:
            m_command.notes.append(
                CurlCommandText::tr(
                    "%1 is passed over: certificates are verified unless the run is started with "
                    "--insecure")
                    .arg(written));
            return;
        case CurlMeaning::Form:
            return refuse(
                CurlCommandText::tr("%1 builds a multipart form, which is not done here; give the whole body "
                                    "with --data-raw")
                    .arg(written));
        case CurlMeaning::File:
            return refuse(CurlCommandText::tr("%1 would read a file; nothing but the command itself is read")
                              .arg(written));
        case CurlMeaning::Route:
            return refuse(
                CurlCommandText::tr("%1 changes where the request goes or who sends it, which is set for the "
                                    "whole run here; take it out")
                    .arg(written));
        case CurlMeaning::Authentication:
            return refuse(
                CurlCommandText::tr("%1: only Basic and Bearer authentication are known here").arg(written));
        default:
            return refuse(m_building.apply(flag, value));
        }
    }

    void next()
    {
        if (!m_building.isEmpty())
            m_command.requests.append(m_building.finish());
        m_building = {};
    }

    void refuseUnknown(const QString &flag)
    {
        // What follows a = may be a secret.
        const QString name = flag.left(flag.indexOf(u'=') + 1);
        refuse(CurlCommandText::tr("the flag %1 is not known here; take it out")
                   .arg((name.isEmpty() ? flag : name).left(40)));
    }
    void refuse(const QString &reason)
    {
        if (m_command.refusal.isEmpty())
            m_command.refusal = reason;
    }

    const QStringList &m_words;
    qsizetype m_at = 1;
    bool m_onlyUrls = false;
    Building m_building;
    CurlCommand m_command;
};

} // namespace

bool isCurl(QStringView word)
{
    const qsizetype slash = std::max(word.lastIndexOf(u'/'), word.lastIndexOf(u'\\'));
    const QStringView program = word.sliced(slash + 1);
    return program == "curl"_L1 || program.compare("curl.exe"_L1, Qt::CaseInsensitive) == 0;
}

bool beginsCurl(QStringView line)
{
    line = line.trimmed();
    if (line.startsWith("$ "_L1) || line.startsWith("% "_L1) || line.startsWith("> "_L1))
        line = line.sliced(2).trimmed();
    const auto space = std::ranges::find_if(line, [](QChar c) { return c.isSpace(); });
    return space != line.end() && isCurl(line.first(space - line.begin()));
}

CurlCommand readCurl(const QStringList &words)
{
    return Reader(words).read();
}

} // namespace inflight
