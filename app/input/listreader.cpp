// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/listreader.h"

#include "input/curl/curlcommand.h"
#include "input/urlline.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct ListReaderText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ListReader)
};

/// Bodies are pasted along with commands; a quote that is never closed must not gather a whole file.
constexpr qsizetype mostOfCommand = 32 * 1024 * 1024;

/// curl takes what has no scheme as http (RFC 3986, section 3.1); one in its query is none of its own.
QString withScheme(const QString &url)
{
    static const QRegularExpression scheme(u"^[A-Za-z][A-Za-z0-9+.-]*://"_s);
    return scheme.match(url).hasMatch() ? url : "http://"_L1 + url;
}

/// A command's first words as a person's prompt left them.
QStringView withoutPrompt(QStringView line)
{
    line = line.trimmed();
    const bool prompt = line.startsWith("$ "_L1) || line.startsWith("% "_L1) || line.startsWith("> "_L1);
    return prompt ? line.sliced(2) : line;
}

} // namespace

void ListReader::line(int number, QStringView text)
{
    m_budget += 4 * text.size();
    read(number, text);
}

void ListReader::read(int number, QStringView text)
{
    if (!m_command)
        return readLine(number, text);
    m_lines.append(text.toString());
    m_size += text.size();
    if (m_size > mostOfCommand)
        giveUp();
    else if (!m_command->goesOn(text))
        readCommand();
}

void ListReader::end()
{
    if (m_command && !m_command->isQuoteOpen())
        readCommand(); // Its last line goes on, and nothing follows.
    while (m_command)
        giveUp();
}

void ListReader::readLine(int number, QStringView raw)
{
    const QStringView text = trimmedUrlText(raw);
    if (text.isEmpty() || text.startsWith(u'#'))
        return;
    if (!beginsCurl(text))
        return m_intake.take({.line = number, .text = text, .globs = Globs::Expanded});
    const QStringView command = withoutPrompt(raw);
    m_firstLine = number;
    m_isCmd = CommandLines::isCmd(command);
    m_command.emplace(m_isCmd);
    m_lines = {command.toString()};
    m_size = command.size();
    if (!m_command->goesOn(command))
        readCommand();
}

void ListReader::readCommand()
{
    const QString text = m_lines.join(u'\n');
    m_lines.clear();
    m_command.reset();
    readCommands(text, m_isCmd);
}

void ListReader::readCommands(const QString &text, bool cmd)
{
    bool taken = false;
    const QList<ShellCommand> commands = cmd ? splitCmd(text) : splitShell(text);
    for (const ShellCommand &command : commands) {
        const bool curl = !command.words.isEmpty() && isCurl(command.words.first());
        const QString program = command.words.value(0).left(40);
        if (command.piped && taken && !curl)
            m_intake.note(m_firstLine,
                          ListReaderText::tr("\"| %1\" is left out: nothing is run").arg(program));
        else if (!command.fault.isEmpty())
            m_intake.reject(m_firstLine, text, command.fault);
        else if (!curl)
            m_intake.reject(m_firstLine, text,
                            ListReaderText::tr("\"%1\" is not curl, and nothing is run").arg(program));
        else
            taken = takeUrls(command, text);
    }
}

bool ListReader::takeUrls(const ShellCommand &command, QStringView shown)
{
    CurlCommand curl = readCurl(command.words);
    if (!curl.refusal.isEmpty()) {
        m_intake.reject(m_firstLine, shown, curl.refusal);
        return false;
    }
    for (const QString &note : std::as_const(curl.notes))
        m_intake.note(m_firstLine, note);
    for (CurlRequest &request : curl.requests) {
        const auto parts = std::make_shared<const RequestParts>(std::move(request.parts));
        const Globs globs = request.globs ? Globs::Expanded : Globs::Literal;
        for (const QString &each : std::as_const(request.urls)) {
            const QString url = withScheme(each);
            m_intake.take({m_firstLine, url, request.name, parts, globs});
        }
    }
    return true;
}

/// A quote is never closed: the command's first line is rejected, and those after it are read on their own,
/// unless that was done so often that it would take more time than the input is worth.
void ListReader::giveUp()
{
    const QStringList lines = std::exchange(m_lines, {});
    m_command.reset();
    const int first = m_firstLine;
    m_intake.reject(first, lines.first(),
                    ListReaderText::tr("the curl command does not end: a quote in it is never closed"));
    m_budget -= m_size;
    if (m_budget < 0 && lines.size() > 1) {
        return m_intake.reject(
            first + 1, lines[1],
            ListReaderText::tr("it and the %Ln lines after it belong to a command that does not end", nullptr,
                               static_cast<int>(lines.size() - 2)));
    }
    for (qsizetype i = 1; i < lines.size(); ++i)
        read(first + static_cast<int>(i), lines[i]);
}

} // namespace inflight
