// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settingspages.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(inflight::SettingsPages)
};

using enum Setting::Kind;

SettingsPage limits()
{
    return {
        Text::tr("Limits"),
        {
            {Value, u"jobs"_s, Text::tr("&Concurrency"), Text::tr("Most jobs in flight over all"), u"64"_s},
            {Value, u"max-per-host"_s, Text::tr("Per &host"),
             Text::tr("Most requests in flight to one origin"), u"8"_s},
            {Value, u"rate"_s, Text::tr("&Rate"),
             Text::tr("Most requests started to one origin, such as 5/s, 100/m or 5/15s"),
             Text::tr("no limit")},
            {Off,
             u"no-adaptive"_s,
             Text::tr("&Ease off when a server says so"),
             Text::tr("An origin that answers 429 or 503 or times out gets fewer requests at once"),
             {}},
            {Value, u"max-size"_s, Text::tr("&Largest body"),
             Text::tr("Most bytes of one decoded body, such as 500k, 20M or 1G; 0: no limit"), u"1G"_s},
            {Value, u"accept"_s, Text::tr("&Statuses that succeed"),
             Text::tr("Status codes such as 200..=299,304"), u"200..=299"_s},
            {Value, u"max-redirs"_s, Text::tr("Re&directs"),
             Text::tr("Most redirects of one request; -1: no limit"), u"10"_s},
            {On,
             u"allow-downgrade"_s,
             Text::tr("&Follow redirects from https to http"),
             Text::tr("Otherwise they fail"),
             {}},
        }};
}

SettingsPage times()
{
    return {
        Text::tr("Times and retries"),
        {
            {Value, u"connect-timeout"_s, Text::tr("&Connect within"),
             Text::tr("Seconds to connect, with TLS; 0: no limit"), u"10"_s},
            {Value, u"first-byte-timeout"_s, Text::tr("&First byte within"),
             Text::tr("Seconds from the request to its answer; 0: no limit"), u"30"_s},
            {Value, u"idle-timeout"_s, Text::tr("&Idle for at most"),
             Text::tr("Seconds without a byte of the body; 0: no limit"), u"30"_s},
            {Value, u"max-time"_s, Text::tr("Whole &job within"),
             Text::tr("Seconds of one job over all its attempts"), Text::tr("no limit")},
            {Value, u"slow"_s, Text::tr("&Slow after"),
             Text::tr("A job is marked slow after these seconds in one stage"),
             Text::tr("by its origin's median")},
            {Value, u"cancel-slow"_s, Text::tr("C&ancel slow ones after"),
             Text::tr("An attempt is cancelled after these seconds in one stage"), Text::tr("never")},
            {Value, u"hedge"_s, Text::tr("Second attempt &beside after"),
             Text::tr("Seconds without an answer, or auto: the origin's 95th percentile"), Text::tr("never")},
            {Value, u"retry"_s, Text::tr("&Retries"),
             Text::tr("Further attempts after a failure that may pass"), u"2"_s},
            {Value, u"retry-delay"_s, Text::tr("First &back-off"),
             Text::tr("Base of the exponential back-off, in seconds; Retry-After wins"), u"0.5"_s},
            {Value, u"retry-max-time"_s, Text::tr("&No retries after"),
             Text::tr("Seconds after the start of the job"), Text::tr("no limit")},
        }};
}

SettingsPage connection()
{
    return {
        Text::tr("Connection"),
        {
            {Value, u"proxy"_s, Text::tr("&Proxy"),
             Text::tr("http:// or socks5://, with user and port if need be"),
             Text::tr("from the environment")},
            {File, u"cacert"_s, Text::tr("&Certificates to trust"),
             Text::tr("A PEM file; its certificates alone are trusted"), Text::tr("those of the system")},
            {Warned,
             u"insecure"_s,
             Text::tr("Do not &verify TLS certificates"),
             Text::tr("Somebody on the way could read or change what is fetched by https."),
             {}},
            {On, u"http2"_s, Text::tr("Offer &HTTP/2 over TLS"), Text::tr("HTTP/1.1 alone otherwise"), {}},
            {Value, u"user-agent"_s, Text::tr("&User agent"),
             Text::tr("What the program calls itself to servers"), Text::tr("Inflight and its version")},
        }};
}

SettingsPage files()
{
    return {Text::tr("Files"),
            {
                {Folder, u"save-dir"_s, Text::tr("&Save bodies in"), Text::tr("Where stages that save write"),
                 Text::tr("the current folder")},
                {Warned,
                 u"with-secrets"_s,
                 Text::tr("&No redaction in results"),
                 Text::tr("Passwords, tokens and cookies are written into the files of -o as they are."),
                 {}},
            }};
}

} // namespace

QList<SettingsPage> settingsPages()
{
    return {limits(), times(), connection(), files()};
}

} // namespace inflight
