// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/table/tablefields.h"

namespace inflight {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\uFEFF';
}

} // namespace

std::optional<QStringList> splitRecord(QStringView record, QChar separator)
{
    QStringList fields;
    qsizetype at = 0;
    for (;;) {
        QString field;
        qsizetype begin = at;
        while (begin < record.size() && isBlank(record[begin]))
            ++begin;
        if (begin < record.size() && record[begin] == u'"') {
            at = begin + 1;
            for (;;) {
                const qsizetype quote = record.indexOf(u'"', at);
                if (quote < 0)
                    return std::nullopt;
                field += record.sliced(at, quote - at);
                at = quote + 1;
                if (at >= record.size() || record[at] != u'"')
                    break;
                field += u'"';
                ++at;
            }
        }
        // What follows a closing quote belongs to the field, too: few programs write it, none should lose it.
        const qsizetype found = separator.isNull() ? -1 : record.indexOf(separator, at);
        const qsizetype end = found < 0 ? record.size() : found;
        field += record.sliced(at, end - at);
        fields.append(field);
        if (found < 0)
            return fields;
        at = end + 1;
    }
}

} // namespace inflight
