// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/parseerror.h"

#include "cli/flags.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct ParseErrorText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ParseError)
};

constexpr qsizetype mostMistakes = 2;
constexpr qsizetype shortest = 3; ///< of what is worth a guess

/// Levenshtein's: characters to be added, taken away or changed.
qsizetype distance(QStringView from, QStringView to)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(to.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < from.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool same = from[i] == to[static_cast<qsizetype>(j) - 1];
            const qsizetype changed = diagonal + (same ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

/// The flag that has the fewest mistakes; empty when none is near.
QString nearest(const QString &name)
{
    QString found;
    qsizetype fewest = mostMistakes + 1;
    for (const FlagGroup &group : flagGroups()) {
        for (const Flag &flag : group.flags) {
            const QString &known = flag.names.last();
            const qsizetype mistakes = known.startsWith(name) ? 1 : distance(name, known);
            if (mistakes >= fewest)
                continue;
            fewest = mistakes;
            found = known;
        }
    }
    return found;
}

} // namespace

QString parseErrorText(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty())
        return parser.errorText();
    const QString &name = unknown.first();
    if (name.size() < shortest)
        return ParseErrorText::tr("Unknown option -%1.").arg(name);
    const QString meant = nearest(name);
    return meant.isEmpty() ? ParseErrorText::tr("Unknown option --%1.").arg(name)
                           : ParseErrorText::tr("Unknown option --%1; did you mean --%2?").arg(name, meant);
}

} // namespace inflight
