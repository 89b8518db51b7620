// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace inflight {

/// Counts the accepted inputs of a run from 0.
using JobId = quint32;

/// What many jobs have in common of their requests. Immutable, shared.
struct RequestTemplate
{
    QByteArray method = "GET";
    HeaderList headers;
    QByteArray body;
};

/// One accepted input.
struct JobInput
{
    QString url; ///< valid and absolute, http or https, encoded (QUrl::FullyEncoded)
    std::shared_ptr<const RequestTemplate> request = {}; ///< null: a plain GET
    std::optional<JobId> parent = {}; ///< the job in whose output it was found (stage follow)
    quint16 depth = 0;      ///< 0: given by a person; 1: found in the output of such a job, and so on
    quint16 firstStage = 0; ///< index of the pipeline's stage that comes after its fetch
    /// Which input of the whole list it is, counting from 1, when the run has a share of it; 0: it has all.
    quint32 listed = 0;
    QString name = {}; ///< what a person calls it; empty: nothing
};

} // namespace inflight
