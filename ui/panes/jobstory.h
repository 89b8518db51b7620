// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobcontents.h"
#include "jobs/jobrecord.h"
#include "net/tlsfacts.h"

#include <QString>
#include <QStringList>

namespace inflight {

class Theme;

/// Everything the Details say of one job at one moment. Secrets are redacted when it is written out.
struct JobStory
{
    QString url;
    JobView view;
    JobRecordPtr record; ///< null while nothing is recorded
    QString stateText;   ///< the state's word and what is to be said of it
    QString slowText;    ///< that it is slow, in words; empty when it is not
    QStringList stageNames;
    std::shared_ptr<const JobContents> contents; ///< null while the engine has not told them
    std::optional<TlsFacts> tls;                 ///< of the last connection to its (final) origin
    qint64 nowMs = 0;                            ///< steadyNowMs()
};

/// The pages of the Details, as rich text.
QString overviewHtml(const JobStory &story, const Theme &theme);
QString timelineHtml(const JobStory &story, const Theme &theme);
QString logHtml(const JobStory &story, const Theme &theme);
QString outputHtml(const JobStory &story, const Theme &theme);
QString bodyHtml(const JobStory &story, const Theme &theme);

} // namespace inflight
