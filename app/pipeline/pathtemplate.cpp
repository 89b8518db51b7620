// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/pathtemplate.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMap>

#include "pipeline/content/jsontext.h"
#include "pipeline/safename.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct PathTemplateWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::PathTemplate)
};

/// What is filled in stays within one segment.
QString oneSegment(QString text)
{
    return text.replace(u'/', u'_').replace(u'\\', u'_');
}

/// The folders of the URL's path, without its last segment.
QString foldersOf(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyDecoded);
    return path.left(path.lastIndexOf(u'/'));
}

/// Safe segments alone, whatever was filled in.
QString madeSafe(const QString &path)
{
    QStringList segments;
    for (const QString &segment : path.split(u'/', Qt::SkipEmptyParts)) {
        const QString safe = safeSegment(segment);
        if (!safe.isEmpty())
            segments.append(safe);
    }
    return segments.isEmpty() ? u"index"_s : segments.join(u'/');
}

} // namespace

std::variant<PathTemplate, QString> PathTemplate::parse(const QString &text)
{
    PathTemplate made;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype open = text.indexOf(u'{', at);
        const QString plain = text.mid(at, open < 0 ? -1 : open - at);
        if (plain.contains(u'}'))
            return PathTemplateWords::tr("There is a } without a { before it.");
        if (!plain.isEmpty())
            made.m_pieces.append({Kind::Text, plain, {}});
        if (open < 0)
            break;
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0)
            return PathTemplateWords::tr("There is a { without a } after it.");
        auto piece = placeOf(text.mid(open + 1, close - open - 1));
        if (const auto *const fault = std::get_if<QString>(&piece))
            return *fault;
        const Kind kind = std::get<Piece>(piece).kind;
        made.m_perValue = made.m_perValue || kind == Kind::Pointer || kind == Kind::Index;
        made.m_needsDigest = made.m_needsDigest || kind == Kind::Digest;
        made.m_pieces.append(std::get<Piece>(piece));
        at = close + 1;
    }
    if (made.m_pieces.isEmpty())
        return PathTemplateWords::tr("There must be a path here, such as {host}/{name}.");
    return made;
}

std::variant<PathTemplate::Piece, QString> PathTemplate::placeOf(const QString &name)
{
    static const QMap<QString, Kind> kinds{{u"host"_s, Kind::Host},     {u"path"_s, Kind::Path},
                                           {u"name"_s, Kind::Name},     {u"index"_s, Kind::Index},
                                           {u"sha256"_s, Kind::Digest}, {u"ext"_s, Kind::Extension}};
    if (kinds.contains(name))
        return Piece{kinds.value(name), {}, {}};
    const std::optional<QStringList> steps = pointerSteps(name);
    if (name.startsWith(u'/') && steps)
        return Piece{Kind::Pointer, name, *steps};
    return PathTemplateWords::tr("There is no {%1}; there are %2, and JSON pointers such as {/id}.")
        .arg(name, u"{host}, {path}, {name}, {index}, {sha256}, {ext}"_s);
}

std::variant<QString, QString> PathTemplate::expand(const PathParts &parts) const
{
    QString path;
    for (const Piece &piece : m_pieces) {
        switch (piece.kind) {
        case Kind::Text:
            path += piece.text;
            break;
        case Kind::Host:
            path += safeFolderName(parts.url);
            break;
        case Kind::Path:
            path += foldersOf(parts.url);
            break;
        case Kind::Name:
            path += parts.name;
            break;
        case Kind::Index:
            path += parts.index;
            break;
        case Kind::Digest:
            path += parts.sha256;
            break;
        case Kind::Extension:
            path += QFileInfo(parts.name).suffix();
            break;
        case Kind::Pointer: {
            const auto part = parts.value.isEmpty() ? std::nullopt : jsonPart(parts.value, piece.steps);
            if (!part || part->startsWith('{') || part->startsWith('['))
                return std::variant<QString, QString>(
                    std::in_place_index<1>,
                    PathTemplateWords::tr("There is no text or number at %1 to name the file by.")
                        .arg(piece.text));
            const bool isText = part->startsWith('"');
            path += oneSegment(isText ? jsonStringText(*part) : QString::fromUtf8(*part));
        }
        }
    }
    return std::variant<QString, QString>(std::in_place_index<0>, madeSafe(path));
}

} // namespace inflight
