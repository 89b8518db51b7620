// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/inputformat.h"

#include "input/curl/curlcommand.h"
#include "input/json/harrequests.h"
#include "input/json/jsontape.h"
#include "input/prosereader.h"
#include "input/table/tableshape.h"
#include "input/urlline.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int mostLinesTried = 200;

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// Takes the next line from `text`; empty at the end, too.
QStringView takeLine(QStringView &text)
{
    const QStringView line = text.first(std::ranges::find_if(text, isLineEnd) - text.begin());
    text = text.sliced(std::min(line.size() + 1, text.size()));
    return line;
}

QStringView withoutLeadingSpace(QStringView text)
{
    while (!text.isEmpty() && (text.front().isSpace() || text.front() == u'\uFEFF'))
        text = text.sliced(1);
    return text;
}

/// Whether `text` begins a JSON object, as far as its first two characters say.
bool beginsObject(QStringView text)
{
    if (!text.startsWith(u'{'))
        return false;
    const QStringView inside = withoutLeadingSpace(text.sliced(1));
    return inside.startsWith(u'"') || inside.startsWith(u'}');
}

/// Whether `line`, which is no JSON, is the broken one of several: an object begins after it, where a
/// document could not go on with one.
bool isBrokenLine(QStringView line, QStringView rest)
{
    const QStringView text = line.trimmed();
    return text.startsWith(u'{') && !QStringView(u":,[{").contains(text.back()) &&
           beginsObject(withoutLeadingSpace(rest));
}

/// Whether a bracket begins JSON and not a range, an IPv6 address or a link of Markdown.
std::optional<InputFormat> recogniseJson(QStringView text)
{
    const QChar first = text.isEmpty() ? QChar() : text.front();
    if (first != u'{' && first != u'[')
        return std::nullopt;
    const QStringView inside = withoutLeadingSpace(text.sliced(1));
    const QChar next = inside.isEmpty() ? QChar() : inside.front();
    const bool begins =
        next == u'"' || (first == u'{' ? next == u'}' : next == u'{' || next == u'[' || next == u']');
    QStringView rest = text;
    const QStringView line = takeLine(rest);
    const bool wholeLine = begins && !JsonTape(line).fault();
    if (wholeLine ? !withoutLeadingSpace(rest).isEmpty() : isBrokenLine(line, rest))
        return InputFormat::JsonLines;
    return begins && (wholeLine || next != u'[' || !line.contains("]("_L1)) ? std::optional(InputFormat::Json)
                                                                            : std::nullopt;
}

/// Whether a '<' begins markup and not a URL in angle brackets.
bool beginsMarkup(QStringView text)
{
    if (!text.startsWith(u'<') || text.size() < 2)
        return false;
    if (text[1] == u'!' || text[1] == u'?')
        return true;
    const QStringView name = text.sliced(text[1] == u'/' ? 2 : 1);
    if (name.isEmpty() || !name.front().isLetter())
        return false;
    const auto end =
        std::ranges::find_if_not(name, [](QChar c) { return c.isLetterOrNumber() || c == u'-'; });
    return end == name.end() || *end == u'>' || *end == u'/' || end->isSpace();
}

bool hasAnchors(QStringView text)
{
    return text.contains("<a "_L1, Qt::CaseInsensitive) && text.contains("href="_L1, Qt::CaseInsensitive);
}

bool isLinkLine(QStringView line)
{
    const qsizetype link = line.indexOf("]("_L1);
    if (link > 0 && line.first(link).contains(u'['))
        return true;
    const QStringView text = line.trimmed();
    const qsizetype definition = text.startsWith(u'[') ? text.indexOf("]:"_L1) : -1;
    return definition > 1 && beginsUrl(text.sliced(definition + 2).trimmed()) > 0;
}

/// Whether a URL begins within the line, after a space or in brackets or quotes after one.
bool hasUrlInside(QStringView line)
{
    bool mayBegin = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const bool letter = c == u'h' || c == u'w' || c == u'H' || c == u'W';
        if (mayBegin && letter && beginsUrl(line.sliced(i)) > 0)
            return true;
        mayBegin = c.isSpace() || (mayBegin && !c.isLetterOrNumber());
    }
    return false;
}

/// What the lines of a text look like, one by one.
struct Lines
{
    int all = 0;   ///< neither blank nor a comment
    int urls = 0;  ///< those that are a URL or begin a curl command
    int links = 0; ///< with a link of Markdown
    int prose = 0; ///< with a URL among other words
};

Lines lookAtLines(QStringView text)
{
    Lines lines;
    for (int i = 0; i < mostLinesTried && !text.isEmpty(); ++i) {
        const QStringView line = trimmedUrlText(takeLine(text));
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        ++lines.all;
        const bool isUrl = std::holds_alternative<FetchableUrl>(readUrl(line)) || beginsCurl(line);
        lines.urls += isUrl;
        lines.links += !isUrl && isLinkLine(line);
        lines.prose += !isUrl && hasUrlInside(line);
    }
    return lines;
}

/// The first line that says something.
QStringView firstLine(QStringView text)
{
    while (!text.isEmpty()) {
        const QStringView line = takeLine(text).trimmed();
        if (!line.isEmpty() && !line.startsWith(u'#'))
            return line;
    }
    return {};
}

} // namespace

InputFormat recogniseInput(QStringView beginning)
{
    const QStringView text =
        withoutLeadingSpace(beginning.first(std::min(beginning.size(), recognisableSize)));
    if (const auto json = recogniseJson(text))
        return *json;
    if (beginsMarkup(text))
        return InputFormat::Html;
    if (beginsCurl(firstLine(text)))
        return InputFormat::Curl;
    if (guessTable(text))
        return InputFormat::Table;
    const Lines lines = lookAtLines(text);
    if (2 * lines.urls > lines.all)
        return InputFormat::List;
    if (lines.links > 0)
        return InputFormat::Markdown;
    if (hasAnchors(text))
        return InputFormat::Html;
    return lines.prose > 0 ? InputFormat::Prose : InputFormat::List;
}

InputFormat recogniseBeginning(QStringView beginning)
{
    const InputFormat format = recogniseInput(beginning);
    QStringView rest = withoutLeadingSpace(beginning);
    const bool hasEnd = std::ranges::any_of(rest, isLineEnd);
    const QStringView line = takeLine(rest);
    if (format != InputFormat::Json || !hasEnd || !line.startsWith(u'{') ||
        !withoutLeadingSpace(rest).isEmpty())
        return format;
    const JsonTape tape(line);
    return tape.fault() || harEntries(JsonValue(tape, 0)) ? format : InputFormat::JsonLines;
}

bool isRecognisable(QStringView beginning)
{
    const QStringView text = withoutLeadingSpace(beginning);
    if (text.isEmpty())
        return false;
    const bool bracket = text.front() == u'{' || text.front() == u'[';
    if (bracket && withoutLeadingSpace(text.sliced(1)).isEmpty())
        return false; // only what follows it tells whether it begins JSON
    QStringView rest = text;
    const QStringView line = takeLine(rest);
    const bool isDocumentOrBroken = text.front() == u'{' && JsonTape(line).fault();
    const QStringView next = withoutLeadingSpace(rest);
    if (isDocumentOrBroken && (next.isEmpty() || next == u"{"))
        return false; // and how the next line begins, whether it is one of several
    return recogniseJson(text) != InputFormat::Json || std::ranges::any_of(text, isLineEnd);
}

} // namespace inflight
