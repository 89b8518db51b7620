// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/csvrows.h"

#include <QCoreApplication>
#include <QSet>

#include "pipeline/content/csv.h"
#include "pipeline/content/csvreader.h"
#include "pipeline/ended.h"
#include "pipeline/slices.h"
#include "pipeline/stages/decode.h"
#include "pipeline/values.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct CsvRowsWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::CsvStage)
};

/// Whether `text` is a number as JSON has it (RFC 8259, section 6).
bool isJsonNumber(QByteArrayView text)
{
    qsizetype at = 0;
    const auto digits = [&] {
        const qsizetype from = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        return at - from;
    };
    const auto pass = [&](char c) { return at < text.size() && text[at] == c && ++at; };
    pass('-');
    const qsizetype first = at;
    const qsizetype whole = digits();
    if (whole == 0 || (whole > 1 && text[first] == '0'))
        return false;
    if (pass('.') && digits() == 0)
        return false;
    if (pass('e') || pass('E')) {
        if (!pass('+'))
            pass('-');
        if (digits() == 0)
            return false;
    }
    return at == text.size();
}

/// Makes values of rows.
class RowWriter
{
public:
    RowWriter(const CsvRules &rules, const StageContext &context)
        : m_rules(rules)
        , m_context(context)
        , m_values(context.maxSize)
    {}

    bool take(const QList<QByteArray> &fields, CsvReader::Place end)
    {
        if (m_columns == 0) {
            m_columns = fields.size();
            if (m_rules.header) {
                nameColumns(fields);
                return true;
            }
        }
        if (fields.size() != m_columns && m_context.onError != OnError::Keep) {
            if (m_context.onError == OnError::Fail)
                m_fault = wrongWidth(fields.size(), end);
            else
                ++m_leftOut;
            return !m_fault;
        }
        m_fault = m_values.append(m_rules.header ? object(fields) : list(fields));
        return !m_fault;
    }

    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; }

    Outcome<StageResult> finish(Payload payload)
    {
        QString detail =
            CsvRowsWords::tr("CSV, %1 × %2").arg(rowsText(m_values.count()), columnsText(m_columns));
        if (m_leftOut > 0)
            detail += CsvRowsWords::tr("; %1 of another width left out").arg(rowsText(m_leftOut));
        Outcome<Done> done = m_values.finish(payload);
        if (!done.succeeded())
            return ended<StageResult>(done);
        return StageResult{std::move(payload), detail};
    }

private:
    /// Names must differ to be keys: the second "a" becomes "a (2)".
    void nameColumns(const QList<QByteArray> &names)
    {
        QSet<QByteArray> taken;
        for (const QByteArray &name : names) {
            QByteArray own = name;
            for (int number = 2; taken.contains(own); ++number)
                own = name + " (" + QByteArray::number(number) + ')';
            taken.insert(own);
            m_names.append(jsonString(own));
        }
    }

    [[nodiscard]] QByteArray cell(const QByteArray &field) const
    {
        return m_rules.numbers && isJsonNumber(field) ? field : jsonString(field);
    }

    /// A kept row of another width: what is missing is null, what is over has its column's number as key.
    [[nodiscard]] QByteArray object(const QList<QByteArray> &fields) const
    {
        QByteArray json = "{";
        for (qsizetype i = 0; i < std::max(m_names.size(), fields.size()); ++i) {
            if (i > 0)
                json += ',';
            json += i < m_names.size() ? m_names.at(i) : '"' + QByteArray::number(i + 1) + '"';
            json += ':';
            json += i < fields.size() ? cell(fields.at(i)) : QByteArray("null");
        }
        return json + '}';
    }

    [[nodiscard]] QByteArray list(const QList<QByteArray> &fields) const
    {
        QByteArray json = "[";
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (i > 0)
                json += ',';
            json += cell(fields.at(i));
        }
        return json + ']';
    }

    [[nodiscard]] Fault wrongWidth(qsizetype width, CsvReader::Place end) const
    {
        return {FaultClass::Parse,
                {},
                CsvRowsWords::tr(
                    "Not a regular CSV: line %1, column %2: the row ends after %3, the first row has %4.")
                    .arg(QString::number(end.line), QString::number(end.column), columnsText(width),
                         columnsText(m_columns))};
    }

    const CsvRules &m_rules;
    const StageContext &m_context;
    ValuesWriter m_values;
    QList<QByteArray> m_names; ///< as JSON
    qsizetype m_columns = 0;
    qint64 m_leftOut = 0;
    std::optional<Fault> m_fault;
};

} // namespace

Outcome<StageResult> CsvStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decodedText(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    const Body body = ready.value().payload.currentText();
    RowWriter rows(m_rules, context);
    CsvReader reader(
        m_rules.separator ? m_rules.separator : csvSeparator(body.bytes()),
        [&](const QList<QByteArray> &fields, CsvReader::Place end) { return rows.take(fields, end); });
    const bool all = inSlices(body, context, [&](QByteArrayView slice) { return reader.add(slice); });
    if (all && reader.isQuoteOpen())
        return Fault{FaultClass::Parse,
                     {},
                     CsvRowsWords::tr(
                         "Not a regular CSV: line %1, column %2: the quote that begins here does not end.")
                         .arg(reader.quote().line)
                         .arg(reader.quote().column)};
    const bool finished = all && reader.finish();
    if (rows.fault())
        return *rows.fault();
    if (!finished)
        return Cancelled{};
    return rows.finish(std::move(ready.value().payload));
}

StageKind csvKind()
{
    StageKind kind;
    kind.name = CsvStage::stageName;
    kind.description = CsvRowsWords::tr("reads the body as CSV, one value a row");
    kind.takes = Data::Bytes | Data::Text;
    kind.gives = [](const OptionValues &, Data) { return Data::Values; };
    kind.options = {
        StageOption::flag(
            "header"_L1,
            CsvRowsWords::tr("the first row names the columns and rows become objects; else they become "
                             "lists"),
            true),
        StageOption::choice("separator"_L1, CsvRowsWords::tr("what stands between the fields"),
                            {u"auto"_s, u"comma"_s, u"semicolon"_s, u"tab"_s, u"bar"_s}, u"auto"_s),
        StageOption::flag("numbers"_L1,
                          CsvRowsWords::tr("fields that are numbers become numbers, not texts")),
    };
    kind.make = [](const OptionValues &values, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        static const QMap<QString, char> separators{
            {u"comma"_s, ','}, {u"semicolon"_s, ';'}, {u"tab"_s, '\t'}, {u"bar"_s, '|'}};
        return std::make_unique<const CsvStage>(CsvRules{values.flag("header"_L1),
                                                         separators.value(values.text("separator"_L1), '\0'),
                                                         values.flag("numbers"_L1)});
    };
    return kind;
}

} // namespace inflight
