// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/formatreader.h"
#include "input/intake.h"

#include <QUrl>

namespace inflight {

/// Finds the links of HTML (href, src, srcset and their like, to the page's <base>), whose texts become
/// names, and of XML such as sitemaps and feeds: the same attributes, and elements whose text is a URL.
class MarkupReader final : public DocumentReader
{
public:
    /// `intake` must outlive this.
    explicit MarkupReader(Intake &intake)
        : m_intake(intake)
    {}

protected:
    void read(QStringView text) override;

private:
    class Scanner;

    void takeTarget(int line, const QString &target, const QString &name);
    void takeSet(int line, const QString &set);

    Intake &m_intake;
    QUrl m_base;
};

} // namespace inflight
