// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/foundrequest.h"
#include "input/urlreader.h"

#include <QStringView>

namespace inflight {

/// Whether ranges and lists in a text are meant (UrlGlob).
enum class Globs : bool { Literal, Expanded };

/// A piece of an input that is meant as a request.
struct Candidate
{
    int line = 0;
    QStringView text; ///< of the URL, as it stands there
    QString name = {};
    std::shared_ptr<const RequestParts> parts = {};
    Globs globs = Globs::Literal;
};

/// Where the readers of all formats put what they find: judges URLs, methods and headers, expands ranges and
/// lists, and counts them.
class Intake
{
    Q_DISABLE_COPY_MOVE(Intake)

public:
    /// More than that are not made of ranges and lists in one input.
    static constexpr quint64 mostExpanded = 1'000'000;

    /// `sink` must outlive this. Without `expand` no range or list is expanded; they are counted all the
    /// same.
    Intake(RequestSink &sink, bool expand)
        : m_sink(sink)
        , m_expand(expand)
    {}

    void take(const Candidate &candidate);
    void reject(int line, QStringView text, const QString &reason);
    void note(int line, const QString &note) { m_sink.note({line, note}); }

    /// Lines with ranges or lists.
    [[nodiscard]] int globs() const { return m_globs; }
    /// How many URLs these stand for; the greatest value when that is more than fits.
    [[nodiscard]] quint64 globUrls() const { return m_globUrls; }

private:
    void takeGlob(const Candidate &candidate, QStringView text);
    [[nodiscard]] bool takeUrl(const Candidate &candidate, QStringView text);

    RequestSink &m_sink;
    UrlReader m_urls;
    bool m_expand;
    int m_globs = 0;
    quint64 m_globUrls = 0;
    quint64 m_expanded = 0;
};

} // namespace inflight
