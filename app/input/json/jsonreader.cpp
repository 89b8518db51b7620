// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/json/jsonreader.h"

#include "input/json/harrequests.h"
#include "input/json/jsonrequests.h"
#include "input/json/jsontape.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JsonReaderText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JsonReader)
};

QString reasonOf(const JsonTape::Fault &fault)
{
    return JsonReaderText::tr("it is not valid JSON: %1").arg(fault.message);
}

/// Whether something comes after the line of `text` with that number.
bool hasMore(QStringView text, int number)
{
    for (; number > 0; --number) {
        const qsizetype end = text.indexOf(u'\n');
        if (end < 0)
            return false;
        text = text.sliced(end + 1);
    }
    return !text.trimmed().isEmpty();
}

/// The line of `text` with that number, counting from 1.
QStringView lineOf(QStringView text, int number)
{
    for (; number > 1; --number) {
        const qsizetype end = text.indexOf(u'\n');
        if (end < 0)
            return text;
        text = text.sliced(end + 1);
    }
    const qsizetype end = text.indexOf(u'\n');
    return (end < 0 ? text : text.first(end)).trimmed();
}

} // namespace

void JsonReader::read(QStringView text)
{
    const JsonTape tape(text);
    JsonRequests requests(m_intake);
    for (int at = 0; at < tape.size(); at = tape.node(at).next) {
        const JsonValue value(tape, at);
        const auto entries = harEntries(value);
        m_isHar = m_isHar || entries.has_value();
        if (entries)
            readHar(*entries, m_intake);
        else if (at == 0 && tape.node(at).next == tape.size())
            requests.read(value);
        else
            requests.readItem(value);
    }
    if (const auto &fault = tape.fault()) {
        const QString reason = reasonOf(*fault);
        m_intake.reject(fault->line, lineOf(text, fault->line),
                        hasMore(text, fault->line)
                            ? JsonReaderText::tr("%1; what comes after this line is not read").arg(reason)
                            : reason);
    }
}

void JsonLinesReader::line(int number, QStringView text)
{
    if (text.trimmed().isEmpty())
        return;
    const JsonTape tape(text, number);
    if (const auto &fault = tape.fault())
        return m_intake.reject(number, text, reasonOf(*fault));
    JsonRequests requests(m_intake);
    for (int at = 0; at < tape.size(); at = tape.node(at).next)
        requests.readItem(JsonValue(tape, at));
}

} // namespace inflight
