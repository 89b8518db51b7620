// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace inflight {

// Filters that are put together by clicks: the text of one, and one word more. Where a text cannot be read,
// it gives way to the word. Pure functions.

/// "keyword:value", the value in quotes where that is needed.
QString filterWord(const QString &keyword, const QString &value);
/// `text` with `word` in place of the words that ask for something else by the same keyword.
QString filterWithOnly(const QString &text, const QString &word);
/// `text` with `word` turned round, and without `word` itself.
QString filterWithout(const QString &text, const QString &word);
/// `text` without a trace of `word`.
QString filterDropped(const QString &text, const QString &word);
/// Whether `word` is one of the words of `text`.
bool filterHas(const QString &text, const QString &word);
/// filterWithOnly(), or, where `word` is in `text` already, `text` without a trace of it.
QString filterToggled(const QString &text, const QString &word);

} // namespace inflight
