// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/helptext.h"

#include "cli/flags.h"
#include "pipeline/registry.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct HelpTextText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::HelpText)
};

constexpr qsizetype helpColumns = 80;
constexpr qsizetype descriptionColumn = 30;

/// `text` in lines of at most `width`, broken at spaces.
QStringList wrapped(const QString &text, qsizetype width)
{
    QStringList lines{QString()};
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        QString &line = lines.last();
        if (line.isEmpty())
            line = word;
        else if (line.size() + 1 + word.size() <= width)
            line += u' ' + word;
        else
            lines.append(word);
    }
    return lines;
}

/// A term and, in a column of its own, what it means; below the term when that is too long.
QString entry(const QString &term, const QString &meaning)
{
    const QStringList lines = wrapped(meaning, helpColumns - descriptionColumn);
    const bool fits = term.size() + 2 <= descriptionColumn;
    QString text = fits ? term.leftJustified(descriptionColumn) : term + u'\n';
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0 || !fits)
            text += QString(descriptionColumn, u' ');
        text += lines[i] + u'\n';
    }
    return text;
}

/// "  -i, --input FILE|-", long names under each other.
QString flagTerm(const Flag &flag)
{
    const bool hasShort = flag.names.first().size() == 1;
    QString term = hasShort ? u"  -%1"_s.arg(flag.names.first()) : u"    "_s;
    if (flag.names.last().size() > 1)
        term += (hasShort ? u", --"_s : u"  --"_s) + flag.names.last();
    return flag.value.isEmpty() ? term : term + u' ' + flag.value;
}

QString exitStatusText()
{
    QString text = HelpTextText::tr("Exit status") + u":\n"_s;
    text += entry(u"  0"_s, HelpTextText::tr("every job succeeded"));
    text += entry(u"  1"_s, HelpTextText::tr("usage, configuration or internal error; nothing was fetched"));
    text +=
        entry(u"  2"_s, HelpTextText::tr("some jobs failed or were cancelled, or some input was rejected"));
    text += entry(u"  3"_s, HelpTextText::tr("results could not be written"));
    text += entry(u"  130"_s,
                  HelpTextText::tr("interrupted (SIGINT, SIGTERM); everything known was written first"));
    return text;
}

QString defaultText(const QJsonValue &value)
{
    return value.isString() ? u'"' + value.toString() + u'"' : value.toVariant().toString();
}

QString optionText(const StageOption &option)
{
    QString meaning = u"%1 (%2"_s.arg(option.description, option.typeText());
    if (option.required)
        meaning += HelpTextText::tr("; required");
    else if (!option.defaultValue.isUndefined())
        meaning += HelpTextText::tr("; %1 unless given").arg(defaultText(option.defaultValue));
    return entry(u"  "_s + option.name, meaning + u')');
}

} // namespace

QString helpText()
{
    QString text = HelpTextText::tr("Usage: inflight [OPTIONS] [URL|FILE]...") + u"\n\n"_s;
    const QStringList about = wrapped(
        HelpTextText::tr(
            "Fetches many URLs at once, takes each through a pipeline of stages and shows all of them live. "
            "Opens a window with the inputs filled in; --headless does the same work in the terminal. "
            "Results go to stdout only with -o -, everything else to stderr."),
        helpColumns);
    text += about.join(u'\n') + u'\n';
    for (const FlagGroup &group : flagGroups()) {
        text += u'\n' + group.title + u":\n"_s;
        for (const Flag &flag : group.flags)
            text += entry(flagTerm(flag), flag.help);
    }
    return text + u'\n' + exitStatusText();
}

QString versionText()
{
    return u"inflight " INFLIGHT_VERSION "\n"_s;
}

QString stageListText()
{
    QString text;
    for (const StageKind &kind : stageKinds())
        text += entry(kind.name, kind.description);
    return text;
}

std::optional<QString> stageText(const QString &name)
{
    const StageKind *const kind = stageKind(name);
    if (!kind)
        return std::nullopt;
    QString text = u"%1: %2\n"_s.arg(kind->name, kind->description);
    text += kind->options.isEmpty() ? HelpTextText::tr("It has no options.") + u'\n'
                                    : HelpTextText::tr("Options:") + u'\n';
    for (const StageOption &option : kind->options)
        text += optionText(option);
    text += HelpTextText::tr("Options of every stage:") + u'\n';
    for (const StageOption &option : commonOptions())
        text += optionText(option);
    return text;
}

} // namespace inflight
