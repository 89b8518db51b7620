// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <variant>

namespace inflight {

/// What a path is made of for one file.
struct PathParts
{
    QUrl url;
    QString name;         ///< the safe file name that it would have by itself
    QString index;        ///< "12", or "12-3" for the third value of job 12
    QString sha256;       ///< of what is saved
    QByteArrayView value; ///< JSON that pointers lead into; empty: there is none
};

/// A path with places to fill in: {host}, {path}, {name}, {index}, {sha256}, {ext}, and JSON pointers such as
/// {/id}. What is filled in never adds a folder, but for {path}, the folders of the URL. Immutable.
class PathTemplate
{
public:
    /// The template, or a translated sentence on what is wrong with it.
    static std::variant<PathTemplate, QString> parse(const QString &text);

    /// A relative path of safe segments, or a translated sentence: a pointer leads nowhere.
    [[nodiscard]] std::variant<QString, QString> expand(const PathParts &parts) const;
    /// Whether each value has a path of its own.
    [[nodiscard]] bool isPerValue() const { return m_perValue; }
    [[nodiscard]] bool needsDigest() const { return m_needsDigest; }

private:
    enum class Kind : quint8 { Text, Host, Path, Name, Index, Digest, Extension, Pointer };
    struct Piece
    {
        Kind kind = Kind::Text;
        QString text; ///< as it is, or the pointer
        QStringList steps;
    };
    [[nodiscard]] static std::variant<Piece, QString> placeOf(const QString &name);

    QList<Piece> m_pieces;
    bool m_perValue = false;
    bool m_needsDigest = false;
};

} // namespace inflight
