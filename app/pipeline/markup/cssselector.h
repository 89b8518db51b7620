// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <variant>
#include <vector>

namespace inflight {

/// What an attribute must be like (Selectors Level 4, section 6).
struct CssAttribute
{
    enum class How : quint8 { There, Equals, HasWord, Dashed, Begins, Ends, Contains };
    QByteArray name;
    QByteArray lowerName; ///< as HTML has it
    How how = How::There;
    QByteArray value;
    bool anyCase = false; ///< ASCII letters' case does not count
};

/// Which places among its siblings an element may have: step × n + offset for n from 0 on, counted from 1.
struct CssPlace
{
    qint64 step = 0;
    qint64 offset = 1;
    bool ofType = false; ///< among those of the same name
    bool fromEnd = false;
};

/// What one element must be like.
struct CssCompound
{
    QByteArray type; ///< the element's name; empty: any
    QByteArray lowerType;
    std::vector<CssAttribute> attributes; ///< #id and .class among them
    std::vector<CssPlace> places;
    std::vector<CssCompound> excluded; ///< :not(…)
    bool empty = false;
    bool root = false;
};

/// Elements in a relation to each other; the last one is meant.
struct CssComplex
{
    enum class Combinator : quint8 { Descendant, Child, NextSibling, LaterSibling };
    std::vector<CssCompound> compounds;
    std::vector<Combinator> combinators; ///< what stands after each compound but the last
};

/// A list of alternatives.
using CssSelector = std::vector<CssComplex>;

/// Reads the selectors of CSS that speak of a document as such: type, *, #id, .class, [attribute] with = ~=
/// |=
/// ^= $= *= and i, descendants, >, + and ~, lists, :root, :empty, :first-child, :last-child, :only-child,
/// :nth-child(), :nth-last-child(), the same -of-type, and :not() of simple ones. Else what is wrong with it,
/// a translated sentence.
[[nodiscard]] std::variant<CssSelector, QString> readCss(const QString &text);

} // namespace inflight
