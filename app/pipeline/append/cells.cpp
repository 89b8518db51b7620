// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/append/cells.h"

#include "pipeline/content/jsontext.h"

using namespace Qt::StringLiterals;

namespace inflight {

void Cells::add(const QString &name, QByteArrayView json)
{
    if (!m_json.contains(name))
        m_names.append(name);
    m_json.insert(name, json.toByteArray());
}

QByteArray Cells::text(const QString &name) const
{
    const QByteArray json = m_json.value(name);
    if (json.startsWith('"'))
        return jsonStringText(json).toUtf8();
    return json == "null" ? QByteArray() : json;
}

QVariant Cells::bound(const QString &name) const
{
    const QByteArray json = m_json.value(name);
    if (json.isEmpty() || json == "null")
        return {};
    if (json.startsWith('"'))
        return jsonStringText(json);
    if (json == "true" || json == "false")
        return json == "true" ? 1 : 0;
    if (json.startsWith('{') || json.startsWith('['))
        return QString::fromUtf8(json);
    bool whole = false;
    const qlonglong number = json.toLongLong(&whole);
    if (whole)
        return number;
    const bool digitsAlone = !json.contains('.') && !json.contains('e') && !json.contains('E');
    bool real = false;
    const double approximate = json.toDouble(&real);
    // A whole number that 64 bits do not hold keeps its digits.
    return real && !digitsAlone ? QVariant(approximate) : QVariant(QString::fromLatin1(json));
}

Cells cellsOf(QByteArrayView json)
{
    Cells cells;
    if (json.startsWith('{')) {
        forEachMember(json, [&cells](const QString &key, QByteArrayView value) {
            cells.add(key, value);
            return true;
        });
    } else if (json.startsWith('[')) {
        int number = 0;
        forEachItem(json, [&](QByteArrayView item) {
            cells.add(QString::number(++number), item);
            return true;
        });
    } else {
        cells.add(u"value"_s, json);
    }
    return cells;
}

} // namespace inflight
