// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/secretnames.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Whether a word begins at `at`: after a separator, at a capital after a small letter, and at the last
/// capital of several ("AWSAccess").
bool beginsWord(QStringView name, qsizetype at)
{
    if (at == 0 || !name[at - 1].isLetterOrNumber())
        return true;
    const bool endsCapitals = at + 1 < name.size() && name[at - 1].isUpper() && name[at + 1].isLower();
    return name[at].isUpper() && (name[at - 1].isLower() || endsCapitals);
}

qsizetype wordEnd(QStringView name, qsizetype start)
{
    qsizetype end = start + 1;
    while (end < name.size() && name[end].isLetterOrNumber() && !beginsWord(name, end))
        ++end;
    return end;
}

bool isSecretWord(QStringView word)
{
    constexpr std::array words{"auth"_L1, "authorization"_L1, "bearer"_L1, "hmac"_L1, "jwt"_L1, "keys"_L1,
                               "otp"_L1,  "pass"_L1,          "pw"_L1,     "pwd"_L1,  "sig"_L1};
    const auto isWord = [word](QLatin1StringView each) {
        return word.compare(each, Qt::CaseInsensitive) == 0;
    };
    return std::ranges::any_of(words, isWord) || word.endsWith("key"_L1, Qt::CaseInsensitive);
}

} // namespace

bool looksSecret(QStringView name)
{
    constexpr std::array parts{"token"_L1,     "secret"_L1, "passw"_L1,      "passphrase"_L1,
                               "signature"_L1, "apikey"_L1, "credential"_L1, "accesskey"_L1};
    const auto isInside = [name](QLatin1StringView each) { return name.contains(each, Qt::CaseInsensitive); };
    if (std::ranges::any_of(parts, isInside))
        return true;
    for (qsizetype start = 0; start < name.size();) {
        const qsizetype end = wordEnd(name, start);
        if (isSecretWord(name.sliced(start, end - start)))
            return true;
        start = end;
    }
    return false;
}

} // namespace inflight
