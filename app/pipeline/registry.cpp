// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/registry.h"

#include <algorithm>

#include <QCoreApplication>

#include "pipeline/stages/append.h"
#include "pipeline/stages/check.h"
#include "pipeline/stages/command.h"
#include "pipeline/stages/csvrows.h"
#include "pipeline/stages/decode.h"
#include "pipeline/stages/delay.h"
#include "pipeline/stages/digest.h"
#include "pipeline/stages/follow.h"
#include "pipeline/stages/htmldocument.h"
#include "pipeline/stages/image.h"
#include "pipeline/stages/jq.h"
#include "pipeline/stages/jsonvalue.h"
#include "pipeline/stages/ndjson.h"
#include "pipeline/stages/parse.h"
#include "pipeline/stages/regex.h"
#include "pipeline/stages/save.h"
#include "pipeline/stages/select.h"
#include "pipeline/stages/xmldocument.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct StageKindWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::StageKind)
};

constexpr int mostWorkers = 256;
constexpr int longestQueue = 100'000;

} // namespace

QString dataText(Data data)
{
    switch (data) {
    case Data::Bytes:
        return StageKindWords::tr("bytes");
    case Data::Text:
        return StageKindWords::tr("text");
    case Data::Values:
        return StageKindWords::tr("JSON values");
    }
    Q_UNREACHABLE();
}

const QList<StageKind> &stageKinds()
{
    // clang-format off
    static const QList<StageKind> kinds{
        decodeKind(),
        jsonKind(),
        ndjsonKind(),
        csvKind(),
        xmlKind(),
        htmlKind(),
        selectKind(),
        parseKind(),
        regexKind(),
        jqKind(),
        checkKind(),
        imageKind(),
        commandKind(),
        digestKind(),
        followKind(),
        saveKind(),
        appendKind(),
        delayKind(),
    };
    // clang-format on
    return kinds;
}

const StageKind *stageKind(QAnyStringView name)
{
    const QList<StageKind> &kinds = stageKinds();
    const auto found = std::ranges::find_if(
        kinds, [name](const StageKind &kind) { return QAnyStringView(kind.name) == name; });
    return found == kinds.end() ? nullptr : &*found;
}

const QList<StageOption> &commonOptions()
{
    static const QList<StageOption> options{
        StageOption::whole(
            "workers"_L1, StageKindWords::tr("most jobs in this stage at once; left out: as many as it gets"),
            1, mostWorkers),
        StageOption::whole(
            "queue"_L1,
            StageKindWords::tr("most jobs that wait before this stage; once it is full, the stages "
                               "before it and the fetching slow down"),
            0, longestQueue),
        StageOption::choice(
            "on_error"_L1,
            StageKindWords::tr("when the stage fails: fail the job, skip what failed (one value, or "
                               "the rest of the pipeline), or keep going with what came in"),
            {u"fail"_s, u"skip"_s, u"keep"_s}, u"fail"_s),
    };
    return options;
}

} // namespace inflight
