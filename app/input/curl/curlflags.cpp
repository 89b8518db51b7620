// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/curl/curlflags.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

// clang-format off
constexpr auto flags = std::to_array<CurlFlag>({
    {"request"_L1, u'X', true, CurlMeaning::Method},
    {"header"_L1, u'H', true, CurlMeaning::Header},
    {"data"_L1, u'd', true, CurlMeaning::Data},
    {"data-ascii"_L1, 0, true, CurlMeaning::Data},
    {"data-binary"_L1, 0, true, CurlMeaning::Data},
    {"data-raw"_L1, 0, true, CurlMeaning::DataRaw},
    {"data-urlencode"_L1, 0, true, CurlMeaning::DataUrlEncode},
    {"json"_L1, 0, true, CurlMeaning::Json},
    {"user"_L1, u'u', true, CurlMeaning::User},
    {"user-agent"_L1, u'A', true, CurlMeaning::Agent},
    {"cookie"_L1, u'b', true, CurlMeaning::Cookie},
    {"referer"_L1, u'e', true, CurlMeaning::Referer},
    {"oauth2-bearer"_L1, 0, true, CurlMeaning::Bearer},
    {"range"_L1, u'r', true, CurlMeaning::Range},
    {"get"_L1, u'G', false, CurlMeaning::Query},
    {"head"_L1, u'I', false, CurlMeaning::Head},
    {"url"_L1, 0, true, CurlMeaning::Url},
    {"globoff"_L1, u'g', false, CurlMeaning::Globoff},
    {"output"_L1, u'o', true, CurlMeaning::Output},
    {"next"_L1, u':', false, CurlMeaning::Next},
    {"basic"_L1, 0, false, CurlMeaning::Nothing},
    {"compressed"_L1, 0, false, CurlMeaning::Nothing},
    {"cookie-jar"_L1, u'c', true, CurlMeaning::Nothing},
    {"create-dirs"_L1, 0, false, CurlMeaning::Nothing},
    {"disable"_L1, u'q', false, CurlMeaning::Nothing},
    {"dump-header"_L1, u'D', true, CurlMeaning::Nothing},
    {"fail"_L1, u'f', false, CurlMeaning::Nothing},
    {"fail-with-body"_L1, 0, false, CurlMeaning::Nothing},
    {"http1.0"_L1, u'0', false, CurlMeaning::Nothing},
    {"http1.1"_L1, 0, false, CurlMeaning::Nothing},
    {"http2"_L1, 0, false, CurlMeaning::Nothing},
    {"http2-prior-knowledge"_L1, 0, false, CurlMeaning::Nothing},
    {"http3"_L1, 0, false, CurlMeaning::Nothing},
    {"include"_L1, u'i', false, CurlMeaning::Nothing},
    {"show-headers"_L1, 0, false, CurlMeaning::Nothing},
    {"keepalive-time"_L1, 0, true, CurlMeaning::Nothing},
    {"location"_L1, u'L', false, CurlMeaning::Nothing},
    {"no-buffer"_L1, u'N', false, CurlMeaning::Nothing},
    {"no-keepalive"_L1, 0, false, CurlMeaning::Nothing},
    {"no-progress-meter"_L1, 0, false, CurlMeaning::Nothing},
    {"output-dir"_L1, 0, true, CurlMeaning::Nothing},
    {"parallel"_L1, u'Z', false, CurlMeaning::Nothing},
    {"path-as-is"_L1, 0, false, CurlMeaning::Nothing},
    {"progress-bar"_L1, u'#', false, CurlMeaning::Nothing},
    {"remote-header-name"_L1, u'J', false, CurlMeaning::Nothing},
    {"remote-name"_L1, u'O', false, CurlMeaning::Nothing},
    {"remote-name-all"_L1, 0, false, CurlMeaning::Nothing},
    {"remote-time"_L1, u'R', false, CurlMeaning::Nothing},
    {"show-error"_L1, u'S', false, CurlMeaning::Nothing},
    {"silent"_L1, u's', false, CurlMeaning::Nothing},
    {"ssl-reqd"_L1, 0, false, CurlMeaning::Nothing},
    {"stderr"_L1, 0, true, CurlMeaning::Nothing},
    {"styled-output"_L1, 0, false, CurlMeaning::Nothing},
    {"tcp-fastopen"_L1, 0, false, CurlMeaning::Nothing},
    {"tcp-nodelay"_L1, 0, false, CurlMeaning::Nothing},
    {"tlsv1"_L1, u'1', false, CurlMeaning::Nothing},
    {"tlsv1.2"_L1, 0, false, CurlMeaning::Nothing},
    {"tlsv1.3"_L1, 0, false, CurlMeaning::Nothing},
    {"tr-encoding"_L1, 0, false, CurlMeaning::Nothing},
    {"trace"_L1, 0, true, CurlMeaning::Nothing},
    {"trace-ascii"_L1, 0, true, CurlMeaning::Nothing},
    {"trace-time"_L1, 0, false, CurlMeaning::Nothing},
    {"verbose"_L1, u'v', false, CurlMeaning::Nothing},
    {"write-out"_L1, u'w', true, CurlMeaning::Nothing},
    {"connect-timeout"_L1, 0, true, CurlMeaning::RunSetting},
    {"expect100-timeout"_L1, 0, true, CurlMeaning::RunSetting},
    {"ipv4"_L1, u'4', false, CurlMeaning::RunSetting},
    {"ipv6"_L1, u'6', false, CurlMeaning::RunSetting},
    {"limit-rate"_L1, 0, true, CurlMeaning::RunSetting},
    {"location-trusted"_L1, 0, false, CurlMeaning::RunSetting},
    {"max-filesize"_L1, 0, true, CurlMeaning::RunSetting},
    {"max-redirs"_L1, 0, true, CurlMeaning::RunSetting},
    {"max-time"_L1, u'm', true, CurlMeaning::RunSetting},
    {"parallel-max"_L1, 0, true, CurlMeaning::RunSetting},
    {"post301"_L1, 0, false, CurlMeaning::RunSetting},
    {"post302"_L1, 0, false, CurlMeaning::RunSetting},
    {"post303"_L1, 0, false, CurlMeaning::RunSetting},
    {"rate"_L1, 0, true, CurlMeaning::RunSetting},
    {"retry"_L1, 0, true, CurlMeaning::RunSetting},
    {"retry-all-errors"_L1, 0, false, CurlMeaning::RunSetting},
    {"retry-connrefused"_L1, 0, false, CurlMeaning::RunSetting},
    {"retry-delay"_L1, 0, true, CurlMeaning::RunSetting},
    {"retry-max-time"_L1, 0, true, CurlMeaning::RunSetting},
    {"speed-limit"_L1, u'Y', true, CurlMeaning::RunSetting},
    {"speed-time"_L1, u'y', true, CurlMeaning::RunSetting},
    {"insecure"_L1, u'k', false, CurlMeaning::Insecure},
    {"form"_L1, u'F', true, CurlMeaning::Form},
    {"form-string"_L1, 0, true, CurlMeaning::Form},
    {"config"_L1, u'K', true, CurlMeaning::File},
    {"netrc"_L1, u'n', false, CurlMeaning::File},
    {"netrc-file"_L1, 0, true, CurlMeaning::File},
    {"netrc-optional"_L1, 0, false, CurlMeaning::File},
    {"upload-file"_L1, u'T', true, CurlMeaning::File},
    {"cacert"_L1, 0, true, CurlMeaning::RunSetting},
    {"capath"_L1, 0, true, CurlMeaning::RunSetting},
    {"cert"_L1, u'E', true, CurlMeaning::Route},
    {"key"_L1, 0, true, CurlMeaning::Route},
    {"connect-to"_L1, 0, true, CurlMeaning::Route},
    {"interface"_L1, 0, true, CurlMeaning::Route},
    {"noproxy"_L1, 0, true, CurlMeaning::Route},
    {"preproxy"_L1, 0, true, CurlMeaning::Route},
    {"proxy"_L1, u'x', true, CurlMeaning::Route},
    {"proxy-user"_L1, u'U', true, CurlMeaning::Route},
    {"resolve"_L1, 0, true, CurlMeaning::Route},
    {"socks4"_L1, 0, true, CurlMeaning::Route},
    {"socks5"_L1, 0, true, CurlMeaning::Route},
    {"socks5-hostname"_L1, 0, true, CurlMeaning::Route},
    {"unix-socket"_L1, 0, true, CurlMeaning::Route},
    {"anyauth"_L1, 0, false, CurlMeaning::Authentication},
    {"aws-sigv4"_L1, 0, true, CurlMeaning::Authentication},
    {"digest"_L1, 0, false, CurlMeaning::Authentication},
    {"negotiate"_L1, 0, false, CurlMeaning::Authentication},
    {"ntlm"_L1, 0, false, CurlMeaning::Authentication},
});
// clang-format on

} // namespace

const CurlFlag *curlFlag(QStringView name)
{
    const auto *const found =
        std::ranges::find_if(flags, [name](const CurlFlag &flag) { return name == flag.name; });
    return found == flags.end() ? nullptr : found;
}

const CurlFlag *curlFlag(QChar letter)
{
    const auto *const found = std::ranges::find_if(
        flags, [letter](const CurlFlag &flag) { return flag.letter != 0 && letter == flag.letter; });
    return found == flags.end() ? nullptr : found;
}

} // namespace inflight
