// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settingspages.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct SettingsPagesText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::SettingsPages)
};

using enum Setting::Kind;

SettingsPage limits()
{
    return {
        SettingsPagesText::tr("Limits"),
        {
            {Value, u"jobs"_s, SettingsPagesText::tr("&Concurrency"),
             SettingsPagesText::tr("Most jobs in flight over all"), u"64"_s},
            {Value, u"max-per-host"_s, SettingsPagesText::tr("Per &host"),
             SettingsPagesText::tr("Most requests in flight to one origin"), u"8"_s},
            {Value, u"rate"_s, SettingsPagesText::tr("&Rate"),
             SettingsPagesText::tr("Most requests started to one origin, such as 5/s, 100/m or 5/15s"),
             SettingsPagesText::tr("no limit")},
            {Off,
             u"no-adaptive"_s,
             SettingsPagesText::tr("&Ease off when a server says so"),
             SettingsPagesText::tr(
                 "An origin that answers 429 or 503 or times out gets fewer requests at once"),
             {}},
            {Value, u"max-size"_s, SettingsPagesText::tr("&Largest body"),
             SettingsPagesText::tr("Most bytes of one decoded body, such as 500k, 20M or 1G; 0: no limit"),
             u"1G"_s},
            {Value, u"accept"_s, SettingsPagesText::tr("&Statuses that succeed"),
             SettingsPagesText::tr("Status codes such as 200..=299,304"), u"200..=299"_s},
            {Value, u"max-redirs"_s, SettingsPagesText::tr("Re&directs"),
             SettingsPagesText::tr("Most redirects of one request; -1: no limit"), u"10"_s},
            {On,
             u"allow-downgrade"_s,
             SettingsPagesText::tr("&Follow redirects from https to http"),
             SettingsPagesText::tr("Otherwise they fail"),
             {}},
        }};
}

SettingsPage times()
{
    return {
        SettingsPagesText::tr("Times and retries"),
        {
            {Value, u"connect-timeout"_s, SettingsPagesText::tr("&Connect within"),
             SettingsPagesText::tr("Seconds to connect, with TLS; 0: no limit"), u"10"_s},
            {Value, u"first-byte-timeout"_s, SettingsPagesText::tr("&First byte within"),
             SettingsPagesText::tr("Seconds from the request to its answer; 0: no limit"), u"30"_s},
            {Value, u"idle-timeout"_s, SettingsPagesText::tr("&Idle for at most"),
             SettingsPagesText::tr("Seconds without a byte of the body; 0: no limit"), u"30"_s},
            {Value, u"max-time"_s, SettingsPagesText::tr("Whole &job within"),
             SettingsPagesText::tr("Seconds of one job over all its attempts"),
             SettingsPagesText::tr("no limit")},
            {Value, u"slow"_s, SettingsPagesText::tr("&Slow after"),
             SettingsPagesText::tr("A job is marked slow after these seconds in one stage"),
             SettingsPagesText::tr("by its origin's median")},
            {Value, u"cancel-slow"_s, SettingsPagesText::tr("C&ancel slow ones after"),
             SettingsPagesText::tr("An attempt is cancelled after these seconds in one stage"),
             SettingsPagesText::tr("never")},
            {Value, u"hedge"_s, SettingsPagesText::tr("Second attempt &beside after"),
             SettingsPagesText::tr("Seconds without an answer, or auto: the origin's 95th percentile"),
             SettingsPagesText::tr("never")},
            {Value, u"retry"_s, SettingsPagesText::tr("&Retries"),
             SettingsPagesText::tr("Further attempts after a failure that may pass"), u"2"_s},
            {Value, u"retry-delay"_s, SettingsPagesText::tr("First &back-off"),
             SettingsPagesText::tr("Base of the exponential back-off, in seconds; Retry-After wins"),
             u"0.5"_s},
            {Value, u"retry-max-time"_s, SettingsPagesText::tr("&No retries after"),
             SettingsPagesText::tr("Seconds after the start of the job"), SettingsPagesText::tr("no limit")},
        }};
}

SettingsPage connection()
{
    return {SettingsPagesText::tr("Connection"),
            {
                {Value, u"proxy"_s, SettingsPagesText::tr("&Proxy"),
                 SettingsPagesText::tr("http:// or socks5://, with user and port if need be"),
                 SettingsPagesText::tr("from the environment")},
                {File, u"cacert"_s, SettingsPagesText::tr("&Certificates to trust"),
                 SettingsPagesText::tr("A PEM file; its certificates alone are trusted"),
                 SettingsPagesText::tr("those of the system")},
                {Warned,
                 u"insecure"_s,
                 SettingsPagesText::tr("Do not &verify TLS certificates"),
                 SettingsPagesText::tr("Somebody on the way could read or change what is fetched by https."),
                 {}},
                {On,
                 u"http2"_s,
                 SettingsPagesText::tr("Offer &HTTP/2 over TLS"),
                 SettingsPagesText::tr("HTTP/1.1 alone otherwise"),
                 {}},
                {Value, u"user-agent"_s, SettingsPagesText::tr("&User agent"),
                 SettingsPagesText::tr("What the program calls itself to servers"),
                 SettingsPagesText::tr("Inflight and its version")},
            }};
}

SettingsPage files()
{
    return {SettingsPagesText::tr("Files"),
            {
                {Folder, u"save-dir"_s, SettingsPagesText::tr("&Save bodies in"),
                 SettingsPagesText::tr("Where stages that save write"),
                 SettingsPagesText::tr("the current folder")},
                {Warned,
                 u"with-secrets"_s,
                 SettingsPagesText::tr("&No redaction in results"),
                 SettingsPagesText::tr(
                     "Passwords, tokens and cookies are written into the files of -o as they are."),
                 {}},
            }};
}

} // namespace

QList<SettingsPage> settingsPages()
{
    return {limits(), times(), connection(), files()};
}

} // namespace inflight
