// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/completions.h"

#include "cli/flags.h"
#include "input/inputformat.h"
#include "jobs/outputformat.h"
#include "pipeline/pipeline.h"
#include "pipeline/registry.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// What can stand as the value of a flag.
struct Values
{
    bool files = false;
    bool folders = false;
    QStringList words;
};

QStringList stageNames()
{
    QStringList names;
    for (const StageKind &kind : stageKinds())
        names.append(kind.name);
    return names;
}

QStringList inputFormatKeys()
{
    QStringList keys;
    for (const InputFormat format : inputFormats())
        keys.append(inputFormatKey(format));
    return keys;
}

QStringList wordsFor(const QString &name)
{
    if (name == "format"_L1)
        return outputFormatNames();
    if (name == "input-format"_L1)
        return inputFormatKeys();
    if (name == "again"_L1)
        return {u"all"_s, u"failed"_s, u"stages"_s};
    if (name == "completion"_L1)
        return completionShells();
    if (name == "pipeline"_L1)
        return builtInPipelineNames();
    if (name == "describe"_L1)
        return stageNames();
    if (name == "hedge"_L1)
        return {u"auto"_s};
    if (name == "request"_L1)
        return {u"GET"_s, u"HEAD"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"OPTIONS"_s};
    return {};
}

Values valuesOf(const Flag &flag)
{
    return {flag.value.contains("FILE"_L1), flag.value == "DIR"_L1, wordsFor(flag.names.last())};
}

QStringList dashed(const Flag &flag)
{
    QStringList names;
    for (const QString &name : flag.names)
        names.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
    return names;
}

QList<Flag> allFlags()
{
    QList<Flag> flags;
    for (const FlagGroup &group : flagGroups())
        flags += group.flags;
    return flags;
}

/// `text` between single quotes of a Bourne shell.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

/// The arm of a case statement in which bash completes the value of `flag`.
QString bashArm(const Flag &flag)
{
    const Values values = valuesOf(flag);
    QString arm = u"        %1)\n"_s.arg(dashed(flag).join(u'|'));
    if (!values.words.isEmpty())
        arm += u"            _inflight_words %1\n"_s.arg(quoted(values.words.join(u' ')));
    if (values.files)
        arm += u"            _inflight_files -f\n"_s;
    if (values.folders)
        arm += u"            _inflight_files -d\n"_s;
    return arm + u"            return ;;\n"_s;
}

QString bashText()
{
    QString arms;
    QStringList names;
    for (const Flag &flag : allFlags()) {
        names += dashed(flag);
        if (!flag.value.isEmpty())
            arms += bashArm(flag);
    }
    return uR"(# Completion of inflight's flags for bash; made by 'inflight --completion bash'.

_inflight_words() {
    local word
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$cur")
}

_inflight_files() {
    local name
    compopt -o filenames 2>/dev/null
    while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen "$1" -- "$cur")
}

_inflight() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    COMPREPLY=()
    # "--flag=value" comes as three words.
    if [[ $cur == = ]]; then
        cur=
    elif [[ $prev == = && $COMP_CWORD -gt 1 ]]; then
        prev=${COMP_WORDS[COMP_CWORD-2]}
    fi
    case $prev in
%1    esac
    if [[ $cur == -* ]]; then
        _inflight_words %2
    else
        _inflight_files -f
    fi
}

complete -F _inflight inflight
)"_s.arg(arms, quoted(names.join(u' ')));
}

/// The text of a flag in a specification of zsh's _arguments, where brackets and colons have a meaning.
QString zshEscaped(QString text)
{
    for (const auto &[plain, escaped] : {std::pair(u"\\"_s, u"\\\\"_s), std::pair(u"["_s, u"\\["_s),
                                         std::pair(u"]"_s, u"\\]"_s), std::pair(u":"_s, u"\\:"_s)})
        text.replace(plain, escaped);
    return text;
}

QString zshAction(const Flag &flag)
{
    const Values values = valuesOf(flag);
    if (!values.words.isEmpty() && values.files)
        return u"{_alternative \"words\\:word\\:(%1)\" \"files\\:file\\:_files\"}"_s.arg(
            values.words.join(u' '));
    if (!values.words.isEmpty())
        return u'(' + values.words.join(u' ') + u')';
    if (values.folders)
        return u"_files -/"_s;
    return values.files ? u"_files"_s : u" "_s;
}

/// One flag under all of its names, which exclude each other unless it can be repeated.
QStringList zshSpecifications(const Flag &flag)
{
    const QStringList names = dashed(flag);
    const QString before = flag.repeatable ? u"*"_s : u"(%1)"_s.arg(names.join(u' '));
    QString after = u'[' + zshEscaped(flag.help) + u']';
    if (!flag.value.isEmpty())
        after += u':' + zshEscaped(flag.value) + u':' + zshAction(flag);
    QStringList specifications;
    for (const QString &name : names) {
        const bool takesValue = !flag.value.isEmpty();
        const QString joint = !takesValue ? QString() : name.size() > 2 ? u"="_s : u"+"_s;
        specifications.append(u"    "_s + quoted(before + name + joint + after));
    }
    return specifications;
}

QString zshText()
{
    QStringList lines;
    for (const Flag &flag : allFlags())
        lines += zshSpecifications(flag);
    return u"#compdef inflight\n"
           "# Completion of inflight's flags for zsh; made by 'inflight --completion zsh'.\n\n"
           "_arguments -s -S \\\n"_s +
           lines.join(" \\\n"_L1) + u" \\\n    '*:URL or file:_files'\n"_s;
}

/// `text` between single quotes of fish.
QString fishQuoted(QString text)
{
    return u'\'' + text.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1) + u'\'';
}

QString fishLine(const Flag &flag)
{
    QString line = u"complete -c inflight"_s;
    for (const QString &name : flag.names)
        line += (name.size() == 1 ? u" -s "_s : u" -l "_s) + name;
    const Values values = valuesOf(flag);
    if (!flag.value.isEmpty())
        line += values.files ? u" -r -F"_s : u" -x"_s;
    if (!values.words.isEmpty())
        line += u" -a "_s + fishQuoted(values.words.join(u' '));
    else if (values.folders)
        line += u" -a '(__fish_complete_directories)'"_s;
    return line + u" -d "_s + fishQuoted(flag.help) + u'\n';
}

QString fishText()
{
    QString text = u"# Completion of inflight's flags for fish; made by 'inflight --completion fish'.\n"_s;
    for (const Flag &flag : allFlags())
        text += fishLine(flag);
    return text;
}

} // namespace

QStringList completionShells()
{
    return {u"bash"_s, u"zsh"_s, u"fish"_s};
}

std::optional<QString> completionText(const QString &shell)
{
    if (shell == "bash"_L1)
        return bashText();
    if (shell == "zsh"_L1)
        return zshText();
    return shell == "fish"_L1 ? std::optional(fishText()) : std::nullopt;
}

} // namespace inflight
