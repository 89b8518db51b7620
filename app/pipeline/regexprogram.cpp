// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/regexprogram.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace inflight {

namespace {

struct RegexProgramWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::RegexProgram)
};

constexpr uint32_t depthLimit = 100'000;
constexpr uint32_t heapLimitKb = 64 * 1024;
constexpr PCRE2_SIZE firstStackBytes = 64 * 1024;
constexpr PCRE2_SIZE mostStackBytes = 64 * 1024 * 1024;

struct MatchData
{
    explicit MatchData(const pcre2_code *code)
        : data(pcre2_match_data_create_from_pattern(code, nullptr))
    {}
    ~MatchData() { pcre2_match_data_free(data); }
    Q_DISABLE_COPY_MOVE(MatchData)
    pcre2_match_data *data;
};

/// A match context with room for the compiled pattern to work in.
struct LargeStack
{
    explicit LargeStack(pcre2_match_context *like)
        : context(pcre2_match_context_copy(like))
        , stack(pcre2_jit_stack_create(firstStackBytes, mostStackBytes, nullptr))
    {
        pcre2_jit_stack_assign(context, nullptr, stack);
    }
    ~LargeStack()
    {
        pcre2_match_context_free(context);
        pcre2_jit_stack_free(stack);
    }
    Q_DISABLE_COPY_MOVE(LargeStack)
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
};

} // namespace

std::variant<std::shared_ptr<const RegexProgram>, QString> RegexProgram::compile(const QString &pattern,
                                                                                 Flags flags)
{
    const QByteArray utf8 = pattern.toUtf8();
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
    if (flags.ignoreCase)
        options |= PCRE2_CASELESS;
    if (flags.multiline)
        options |= PCRE2_MULTILINE;
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code *const code =
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>(utf8.constData()), static_cast<PCRE2_SIZE>(utf8.size()),
                      options, &error, &offset, nullptr);
    if (!code) {
        std::array<PCRE2_UCHAR, 256> message{};
        pcre2_get_error_message(error, message.data(), message.size());
        return RegexProgramWords::tr("The pattern does not compile at character %1: %2.")
            .arg(QString::fromUtf8(utf8.first(static_cast<qsizetype>(offset))).size() + 1)
            .arg(QString::fromUtf8(reinterpret_cast<const char *>(message.data())));
    }
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); // without it the interpreter does the same, slower
    return std::shared_ptr<const RegexProgram>(new RegexProgram(code, flags.mostSteps));
}

RegexProgram::RegexProgram(pcre2_real_code_8 *code, quint32 mostSteps)
    : m_code(code)
    , m_context(pcre2_match_context_create(nullptr))
{
    pcre2_set_match_limit(m_context, mostSteps);
    pcre2_set_depth_limit(m_context, depthLimit);
    pcre2_set_heap_limit(m_context, heapLimitKb);
    uint32_t count = 0;
    uint32_t entrySize = 0;
    PCRE2_SPTR entry = nullptr;
    pcre2_pattern_info(code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(code, PCRE2_INFO_NAMEENTRYSIZE, &entrySize);
    pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &entry);
    for (uint32_t i = 0; i < count; ++i, entry += entrySize) // number in two bytes, then the name
        m_names.append({QByteArray(reinterpret_cast<const char *>(entry + 2)), entry[0] << 8 | entry[1]});
    std::ranges::sort(m_names, {}, &std::pair<QByteArray, int>::second);
}

RegexProgram::~RegexProgram()
{
    pcre2_match_context_free(m_context);
    pcre2_code_free(m_code);
}

RegexProgram::Result RegexProgram::match(QByteArrayView text, qsizetype from, Places &places) const
{
    const MatchData match(m_code);
    const auto attempt = [&](pcre2_match_context *context) {
        return pcre2_match(m_code, reinterpret_cast<PCRE2_SPTR>(text.data()),
                           static_cast<PCRE2_SIZE>(text.size()), static_cast<PCRE2_SIZE>(from), 0, match.data,
                           context);
    };
    int groups = attempt(m_context);
    // Long repeats of alternatives need more than the little that is on the thread's own stack.
    if (groups == PCRE2_ERROR_JIT_STACKLIMIT) {
        const LargeStack large(m_context);
        groups = attempt(large.context);
    }
    if (groups == PCRE2_ERROR_NOMATCH)
        return Result::None;
    if (groups < 0)
        return Result::TooMuch;
    const PCRE2_SIZE *const ends = pcre2_get_ovector_pointer(match.data);
    const uint32_t count = pcre2_get_ovector_count(match.data);
    places.clear();
    for (uint32_t i = 0; i < count; ++i) {
        const bool set = ends[2 * i] != PCRE2_UNSET && i < static_cast<uint32_t>(groups);
        places.append({set ? static_cast<qsizetype>(ends[2 * i]) : -1,
                       set ? static_cast<qsizetype>(ends[2 * i + 1]) : -1});
    }
    return Result::Match;
}

} // namespace inflight
