// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/contentsreader.h"

#include "async/poolcall.h"
#include "pipeline/content/recognise.h"
#include "pipeline/safename.h"
#include "pipeline/stages/decode.h"

namespace inflight {

namespace {

/// What is known of the bytes that a stage made.
Content madeContent(const Payload &payload)
{
    Content content;
    content.bytes = payload.current();
    content.type = payload.currentType();
    content.kind = payload.values ? ContentKind::Json
                                  : recognise(MediaType::parse(content.type), {}, content.bytes.bytes()).kind;
    if (payload.values || (isTextKind(content.kind) && content.bytes.bytes().isValidUtf8()))
        content.text = content.bytes;
    return content;
}

Content contentOf(const Payload &payload)
{
    if (payload.values || payload.product)
        return madeContent(payload);
    Content content;
    content.bytes = payload.body;
    content.text = payload.text;
    content.type = payload.contentType;
    content.kind = payload.kind;
    if (content.kind == ContentKind::Unknown) {
        const MediaType type = MediaType::parse(payload.contentType);
        content.kind = recognise(type, payload.url, payload.body.bytes()).kind;
    }
    return content;
}

/// Of the stages' payloads the first that is decoded, or the one that came, decoded now.
Payload receivedPayload(const KeptJob &kept, const StageContext &context)
{
    for (qsizetype i = 0; i < kept.stagesBegun(); ++i) {
        Payload each = kept.payloads.at(i);
        if (each.decoded && !each.values && !each.product)
            return each;
    }
    Outcome<StageResult> outcome = decoded(kept.fetched(), context);
    return outcome.succeeded() ? std::move(outcome.value().payload) : kept.fetched();
}

QList<StageContent> stagesOf(const KeptJob &kept, const std::stop_token &stop)
{
    QList<StageContent> stages;
    const auto &known = kept.pipeline->stages();
    for (qsizetype i = 0; i + 1 < kept.payloads.size() && !stop.stop_requested(); ++i) {
        const std::size_t index = kept.firstStage + static_cast<std::size_t>(i);
        if (index >= known.size())
            break;
        const Payload given = kept.payloads.at(i + 1);
        StageContent stage;
        stage.stage = known[index]->name();
        stage.content = contentOf(given);
        stage.values = given.values ? given.valueCount : -1;
        stage.changed = !given.current().sharesBytesOf(kept.payloads.at(i).current());
        stages.append(stage);
    }
    return stages;
}

/// As one call for the pool.
struct Work
{
    JobContents known;
    std::shared_ptr<const KeptJob> kept;
    qint64 maxSize = 0;

    JobContents operator()(std::stop_token stop) const
    {
        JobContents contents = known;
        contents.withBodies = true;
        if (!kept)
            return contents;
        StageContext context;
        context.stop = stop;
        context.maxSize = maxSize;
        context.job = known.id;
        context.dryRun = true;
        const Payload received = receivedPayload(*kept, context);
        contents.body = contentOf(received);
        contents.fileName = safeFileName(received.url, received.contentType, received.proposedName);
        if (!kept->seenOnly)
            contents.stages = stagesOf(*kept, stop);
        return contents;
    }
};

} // namespace

ContentsReader::ContentsReader(Executor &executor, qint64 maxSize, Done done)
    : m_executor(executor)
    , m_maxSize(maxSize)
    , m_done(std::move(done))
{
    m_pool.setMaxThreadCount(1);
}

void ContentsReader::want(JobId id)
{
    stop();
    m_wanted = id;
}

QCoro::Task<> ContentsReader::read(JobContents known, std::shared_ptr<const KeptJob> kept)
{
    if (m_wanted != known.id)
        co_return;
    stop();
    m_stop = {};
    const std::stop_token token = m_stop.get_token();
    Work work{std::move(known), std::move(kept), m_maxSize};
    JobContents contents = co_await callInPool(&m_pool, &m_executor, work, token);
    if (!token.stop_requested())
        m_done(contents);
}

} // namespace inflight
