// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/filter/filtertext.h"

#include "jobs/filter/filterwords.h"

#include <QStringList>

#include <algorithm>
#include <functional>

namespace inflight {

namespace {

using Keeps = std::function<bool(const FilterWord &)>;

QList<FilterWord> wordsOf(const QString &text)
{
    auto words = filterWords(text);
    const auto *const list = std::get_if<QList<FilterWord>>(&words);
    return list ? *list : QList<FilterWord>();
}

bool same(const FilterWord &a, const FilterWord &b)
{
    return a.negated == b.negated && a.keyword == b.keyword &&
           a.value.compare(b.value, Qt::CaseInsensitive) == 0;
}

/// The words of `text` that are kept, as they are written, and then `more`.
QString joined(const QString &text, const Keeps &keeps, const QString &more = {})
{
    QStringList parts;
    for (const FilterWord &word : wordsOf(text)) {
        if (keeps(word))
            parts.append(text.mid(word.position, word.length));
    }
    if (!more.isEmpty())
        parts.append(more);
    return parts.join(u' ');
}

} // namespace

QString filterWord(const QString &keyword, const QString &value)
{
    return keyword + u':' + filterValue(value);
}

QString filterWithOnly(const QString &text, const QString &word)
{
    const FilterWord wanted = wordsOf(word).value(0);
    const auto keeps = [&wanted](const FilterWord &each) {
        const bool contradicts =
            each.keyword == wanted.keyword &&
            (!each.negated || each.value.compare(wanted.value, Qt::CaseInsensitive) == 0);
        return !contradicts;
    };
    return joined(text, keeps, word);
}

QString filterWithout(const QString &text, const QString &word)
{
    const FilterWord unwanted = wordsOf(word).value(0);
    FilterWord turned = unwanted;
    turned.negated = true;
    const auto keeps = [&](const FilterWord &each) { return !same(each, unwanted) && !same(each, turned); };
    return joined(text, keeps, u'-' + word);
}

QString filterDropped(const QString &text, const QString &word)
{
    const FilterWord unwanted = wordsOf(word).value(0);
    return joined(text, [&unwanted](const FilterWord &each) { return !same(each, unwanted); });
}

bool filterHas(const QString &text, const QString &word)
{
    const FilterWord wanted = wordsOf(word).value(0);
    const QList<FilterWord> words = wordsOf(text);
    return std::ranges::any_of(words, [&wanted](const FilterWord &each) { return same(each, wanted); });
}

QString filterToggled(const QString &text, const QString &word)
{
    return filterHas(text, word) ? filterDropped(text, word) : filterWithOnly(text, word);
}

} // namespace inflight
