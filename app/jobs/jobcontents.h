// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobinput.h"
#include "pipeline/body.h"
#include "pipeline/payload.h"

#include <optional>

namespace inflight {

/// Bytes to be looked at, and what they are.
struct Content
{
    Body bytes;               ///< without content coding, where that could be removed
    std::optional<Body> text; ///< the same as UTF-8; nothing for what is no text
    QByteArray type;          ///< media type; may be empty
    ContentKind kind = ContentKind::Unknown;

    /// As text where it is some.
    [[nodiscard]] const Body &readable() const { return text ? *text : bytes; }
};

/// What one stage gave on.
struct StageContent
{
    QString stage;
    Content content;
    qint64 values = -1;   ///< JSON values, one a line; -1: it gives bytes or text
    bool changed = false; ///< it is something else than what came in
};

/// What a job was asked to do and what is kept of what came of it. Holds secrets as they are.
struct JobContents
{
    JobId id = 0;
    JobInput input;
    bool withBodies = false;     ///< whether bodies were asked for
    std::optional<Content> body; ///< as received; nothing: not kept, or there is none
    QString fileName;            ///< for the body, safe to use
    QList<StageContent> stages;  ///< those that were run, as far as their output is kept
};

} // namespace inflight
