// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/inputreader.h"

#include "input/json/jsonreader.h"
#include "input/listreader.h"
#include "input/markupreader.h"
#include "input/prosereader.h"
#include "input/table/tablereader.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct InputReaderText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::InputReader)
};

} // namespace

InputReader::InputReader(ReadingOptions options, RequestSink &sink)
    : m_options(std::move(options))
    , m_intake(sink, m_options.expand)
{}

InputReader::~InputReader() = default;

void InputReader::feed(QStringView piece)
{
    if (m_reader)
        return m_reader->feed(piece);
    m_beginning += piece;
    if (m_beginning.size() >= recognisableSize)
        readAs(recogniseBeginning(m_beginning));
}

void InputReader::recogniseNow()
{
    if (!m_reader && (m_options.format || isRecognisable(m_beginning)))
        readAs(recogniseBeginning(m_beginning));
}

void InputReader::readAs(InputFormat recognised)
{
    m_format = m_options.format.value_or(recognised);
    if (m_format != InputFormat::Table && !m_options.column.isEmpty())
        m_intake.note(1, InputReaderText::tr("it is not a table: the column \"%1\" is not looked for")
                             .arg(m_options.column));
    m_reader = makeReader();
    const QString beginning = std::exchange(m_beginning, {});
    m_reader->feed(beginning);
}

void InputReader::finish()
{
    if (!m_reader)
        readAs(recogniseInput(m_beginning));
    m_reader->finish();
    if (const auto *json = dynamic_cast<const JsonReader *>(m_reader.get()))
        m_format = json->isHar() ? InputFormat::Har : InputFormat::Json;
}

std::unique_ptr<FormatReader> InputReader::makeReader()
{
    switch (m_format) {
    case InputFormat::Prose:
    case InputFormat::Markdown:
        return std::make_unique<ProseReader>(m_intake);
    case InputFormat::Html:
        return std::make_unique<MarkupReader>(m_intake);
    case InputFormat::Table:
        return makeTableReader();
    case InputFormat::Json:
    case InputFormat::Har:
        return std::make_unique<JsonReader>(m_intake);
    case InputFormat::JsonLines:
        return std::make_unique<JsonLinesReader>(m_intake);
    case InputFormat::List:
    case InputFormat::Curl:
        break;
    }
    return std::make_unique<ListReader>(m_intake);
}

std::unique_ptr<FormatReader> InputReader::makeTableReader()
{
    m_table = shapeOfTable(QStringView(m_beginning).left(recognisableSize));
    if (!m_options.column.isEmpty() && !chooseColumn(m_table, m_options.column)) {
        m_intake.note(1, InputReaderText::tr("there is no column \"%1\"; the URLs are taken from \"%2\"")
                             .arg(m_options.column, m_table.columns.value(m_table.url)));
    }
    return std::make_unique<TableReader>(m_intake, m_table);
}

} // namespace inflight
