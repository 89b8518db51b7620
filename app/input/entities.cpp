// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/entities.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// The character that `name`, what stands between '&' and ';', means; 0: not known.
char32_t characterOf(QStringView name)
{
    constexpr std::array<std::pair<QLatin1StringView, char32_t>, 6> named{{{"amp"_L1, U'&'},
                                                                           {"lt"_L1, U'<'},
                                                                           {"gt"_L1, U'>'},
                                                                           {"quot"_L1, U'"'},
                                                                           {"apos"_L1, U'\''},
                                                                           {"nbsp"_L1, U' '}}};
    for (const auto &[known, character] : named) {
        if (name == known)
            return character;
    }
    if (!name.startsWith(u'#'))
        return 0;
    const bool hex = name.startsWith("#x"_L1, Qt::CaseInsensitive);
    bool isNumber = false;
    const uint code = name.sliced(hex ? 2 : 1).toUInt(&isNumber, hex ? 16 : 10);
    const bool isCharacter = code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return isNumber && isCharacter ? code : 0;
}

} // namespace

QString withoutEntities(QStringView text)
{
    constexpr qsizetype longest = 10;
    QString result;
    qsizetype plain = 0;
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at + 1)) {
        const qsizetype end = text.sliced(at, std::min(longest, text.size() - at)).indexOf(u';');
        const char32_t character = end < 0 ? 0 : characterOf(text.sliced(at + 1, end - 1));
        if (character == 0)
            continue;
        result += text.sliced(plain, at - plain);
        result += QString::fromUcs4(&character, 1);
        plain = at + end + 1;
    }
    return result.append(text.sliced(plain));
}

} // namespace inflight
