// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/formatreader.h"
#include "input/intake.h"

#include <QList>

namespace inflight {

/// Finds the URLs in text for people: http and https URLs and www. hosts anywhere in a line, and the links of
/// Markdown, whose texts become names. What is no URL is passed over.
class ProseReader final : public LineReader
{
public:
    /// `intake` must outlive this.
    explicit ProseReader(Intake &intake)
        : m_intake(intake)
    {}

protected:
    void line(int number, QStringView text) override;

private:
    [[nodiscard]] qsizetype takeLink(int number, QStringView text, qsizetype at);
    [[nodiscard]] qsizetype takeBare(int number, QStringView text, qsizetype at);
    [[nodiscard]] qsizetype takeDefinition(int number, QStringView text);
    void takeTarget(int number, QStringView target, const QString &name);

    Intake &m_intake;
    QList<qsizetype> m_brackets; ///< the '[' of the line that are open
    /// No link's target ends before it: what was looked through once is not looked through for each bracket.
    qsizetype m_noTargetBefore = 0;
};

/// How many characters at the front of `text` begin a URL in prose: "http://", "https://" or "www."; 0: none
/// do.
qsizetype beginsUrl(QStringView text);

} // namespace inflight
