// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/content/json.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include "pipeline/content/jsonscanner.h"
#include "pipeline/content/position.h"
#include "pipeline/text/utf8.h"
#include "pipeline/wording.h"

namespace inflight {

namespace {

struct JsonWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Json)
};

QString codeText(uint code)
{
    return QString::number(code, 16).toUpper();
}

/// What stands at the beginning of `rest`, for a person.
QString foundText(QByteArrayView rest)
{
    if (rest.isEmpty())
        return JsonWords::tr("the end of the text");
    const Utf8Step step = utf8Step(rest);
    if (!step.valid)
        return JsonWords::tr("byte 0x%1").arg(codeText(static_cast<uchar>(rest[0])));
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
    const QString character = decoder.decode(rest.first(step.length));
    const uint code = character.toUcs4().constFirst();
    const bool visible = QChar::isPrint(code) && !QChar::isSpace(code);
    return visible ? JsonWords::tr("“%1”").arg(character)
                   : JsonWords::tr("the character U+%1").arg(codeText(code).rightJustified(4, u'0'));
}

JsonFault faultOf(QByteArrayView text, const JsonScanner::Refusal &refusal, const StageContext &context)
{
    const TextPosition place = positionAt(text, refusal.offset, context);
    return {refusal.offset, place.line, place.column,
            JsonWords::tr("line %1, column %2: %3, found %4")
                .arg(QString::number(place.line), QString::number(place.column), refusal.expected,
                     foundText(text.sliced(refusal.offset)))};
}

} // namespace

QString JsonSummary::text() const
{
    switch (type) {
    case Type::Object:
        return JsonWords::tr("object, %1").arg(keysText(count));
    case Type::Array:
        return JsonWords::tr("array, %1").arg(itemsText(count));
    case Type::String:
        return JsonWords::tr("string, %1").arg(charactersText(count));
    case Type::Number:
        return JsonWords::tr("number");
    case Type::True:
        return JsonWords::tr("true");
    case Type::False:
        return JsonWords::tr("false");
    case Type::Null:
        return JsonWords::tr("null");
    }
    Q_UNREACHABLE();
}

JsonVerdict checkJson(QByteArrayView text, const StageContext &context)
{
    JsonScanner scanner(text, context);
    const bool valid = scanner.scan();
    if (valid)
        return scanner.summary();
    if (!scanner.refusal())
        return Cancelled{};
    JsonFault fault = faultOf(text, *scanner.refusal(), context);
    if (context.stop.stop_requested())
        return Cancelled{};
    return fault;
}

} // namespace inflight
