// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <variant>

struct pcre2_real_code_8;
struct pcre2_real_match_context_8;

namespace inflight {

/// A compiled regular expression (PCRE2, UTF-8), bounded in the steps and the memory of each match, so that
/// no text makes it run for ever. Immutable; any thread.
class RegexProgram
{
public:
    struct Flags
    {
        bool ignoreCase = false;
        bool multiline = false;        ///< ^ and $ at each line
        quint32 mostSteps = 2'000'000; ///< of one match: about a tenth of a second of trying in vain
    };
    /// The program, or what is wrong with `pattern`, with the place.
    static std::variant<std::shared_ptr<const RegexProgram>, QString> compile(const QString &pattern,
                                                                              Flags flags);
    ~RegexProgram();
    RegexProgram(const RegexProgram &) = delete;
    RegexProgram &operator=(const RegexProgram &) = delete;

    enum class Result : quint8 { Match, None, TooMuch };
    /// Where the whole and the groups are: begin and end, or -1 and -1 for a group that took no part.
    using Places = QList<std::pair<qsizetype, qsizetype>>;
    /// The first match at `from` or after it.
    [[nodiscard]] Result match(QByteArrayView text, qsizetype from, Places &places) const;

    /// The named groups with their numbers, in the order of their numbers.
    [[nodiscard]] const QList<std::pair<QByteArray, int>> &names() const { return m_names; }

private:
    RegexProgram(pcre2_real_code_8 *code, quint32 mostSteps);

    pcre2_real_code_8 *m_code;
    pcre2_real_match_context_8 *m_context;
    QList<std::pair<QByteArray, int>> m_names;
};

} // namespace inflight
