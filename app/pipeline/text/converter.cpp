// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/text/converter.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <iconv.h>

#include "pipeline/text/utf8.h"

namespace inflight {

namespace {

/// UTF-8 to UTF-8: well-formed parts as they are. By itself because iconv would replace every single byte
/// where the standard replaces the longest part that could begin a character.
class Utf8Converter final : public Converter
{
public:
    QByteArray convert(QByteArrayView piece) override
    {
        const QByteArray joined = m_held.isEmpty() ? QByteArray() : m_held + piece.toByteArray();
        QByteArrayView rest = joined.isEmpty() ? piece : QByteArrayView(joined);
        m_held.clear();
        QByteArray out;
        out.reserve(rest.size());
        while (!rest.isEmpty()) {
            const qsizetype valid = validUtf8Prefix(rest);
            out.append(rest.first(valid));
            rest = rest.sliced(valid);
            if (!rest.isEmpty())
                rest = rest.sliced(passBad(rest, out));
        }
        return out;
    }

    QByteArray finish() override
    {
        QByteArray out;
        if (!std::exchange(m_held, {}).isEmpty())
            replace(out);
        return out;
    }

private:
    qsizetype passBad(QByteArrayView rest, QByteArray &out)
    {
        const Utf8Step step = utf8Step(rest);
        if (step.cut)
            m_held = rest.toByteArray();
        else
            replace(out);
        return step.length;
    }

    QByteArray m_held;
};

/// Everything else, by the C library.
class IconvConverter final : public Converter
{
public:
    /// `unit` is the number of bytes to pass over where they are no character.
    IconvConverter(iconv_t handle, qsizetype unit)
        : m_handle(handle)
        , m_unit(unit)
    {}
    ~IconvConverter() override { iconv_close(m_handle); }

    QByteArray convert(QByteArrayView piece) override
    {
        const QByteArray joined = m_held.isEmpty() ? QByteArray() : m_held + piece.toByteArray();
        QByteArrayView rest = joined.isEmpty() ? piece : QByteArrayView(joined);
        m_held.clear();
        QByteArray out;
        while (!rest.isEmpty()) {
            const int error = pass(rest, out);
            if (error == EILSEQ) {
                replace(out);
                rest = rest.sliced(std::min(m_unit, rest.size()));
            } else if (error == EINVAL) {
                m_held = rest.toByteArray();
                break;
            }
        }
        return out;
    }

    QByteArray finish() override
    {
        QByteArray out;
        QByteArrayView none;
        pass(none, out); // characters that the converter itself holds back, waiting for a combining one
        if (!std::exchange(m_held, {}).isEmpty())
            replace(out);
        return out;
    }

private:
    /// Converts from the beginning of `rest`, which is what is left afterwards; an empty one asks for
    /// what the library holds back. Gives errno, 0 when all went.
    int pass(QByteArrayView &rest, QByteArray &out)
    {
        std::array<char, 16 * 1024> buffer;
        char *in = const_cast<char *>(rest.data());
        char **const from = rest.isEmpty() ? nullptr : &in;
        size_t left = static_cast<size_t>(rest.size());
        int error = E2BIG;
        while (error == E2BIG) {
            char *to = buffer.data();
            size_t room = buffer.size();
            const size_t result = iconv(m_handle, from, &left, &to, &room);
            error = result == static_cast<size_t>(-1) ? errno : 0;
            appendWellFormed({buffer.data(), to - buffer.data()}, out);
        }
        rest = rest.last(static_cast<qsizetype>(left));
        return error;
    }

    /// `text` is whole characters; the library writes those past U+10FFFF, which UCS-4 has room for, as the
    /// five and six bytes that UTF-8 once allowed (RFC 2279).
    void appendWellFormed(QByteArrayView text, QByteArray &out)
    {
        for (;;) {
            const qsizetype valid = validUtf8Prefix(text);
            out.append(text.first(valid));
            if (valid == text.size())
                return;
            replace(out);
            text = text.sliced(valid + 1);
            while (!text.isEmpty() && (static_cast<uchar>(text.front()) & 0xc0) == 0x80)
                text = text.sliced(1);
        }
    }

    iconv_t m_handle;
    qsizetype m_unit;
    QByteArray m_held;
};

// Where browsers mean a superset of what the name says, and the C library takes the name at its word.
struct Superset
{
    QByteArrayView charset;
    const char *iconvName;
};
constexpr std::array supersets{Superset{"shift_jis", "CP932"}, Superset{"euc-kr", "CP949"},
                               Superset{"gbk", "GB18030"}, Superset{"big5", "BIG5-HKSCS"},
                               Superset{"windows-874", "CP874"}};

QByteArray iconvName(const QByteArray &charset)
{
    const auto *const found =
        std::ranges::find_if(supersets, [&](const Superset &each) { return each.charset == charset; });
    return found == supersets.end() ? charset : QByteArray(found->iconvName);
}

/// An empty name would mean the locale's, and a slash would begin an option.
bool isPlainName(const QByteArray &charset)
{
    return !charset.isEmpty() && std::ranges::all_of(charset, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
               c == ':';
    });
}

/// No browser reads it (WHATWG Encoding Standard), since it hides markup from whoever checks a page; and the
/// C library's converter gives other text when the same bytes come in other pieces.
bool isUtf7(const QByteArray &charset)
{
    return charset.contains("utf7") || charset.contains("utf-7");
}

/// How many bytes a code unit of `charset` has.
qsizetype unitSize(QByteArray charset)
{
    charset.replace('-', "");
    if (charset.startsWith("utf16") || charset.startsWith("ucs2"))
        return 2;
    return charset.startsWith("utf32") || charset.startsWith("ucs4") ? 4 : 1;
}

} // namespace

void Converter::replace(QByteArray &out)
{
    out.append(replacementUtf8);
    ++m_replaced;
}

std::unique_ptr<Converter> makeConverter(const QByteArray &charset)
{
    if (charset == "utf-8")
        return std::make_unique<Utf8Converter>();
    if (!isPlainName(charset) || isUtf7(charset))
        return nullptr;
    const iconv_t handle = iconv_open("UTF-8", iconvName(charset).constData());
    if (handle == reinterpret_cast<iconv_t>(-1)) // NOLINT(performance-no-int-to-ptr): POSIX has it so
        return nullptr;
    return std::make_unique<IconvConverter>(handle, unitSize(charset));
}

} // namespace inflight
