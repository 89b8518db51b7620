// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/scriptserver.h"
#include "support/enginerun.h"
#include "support/testsupport.h"

namespace inflight {

/// What the tests of the engine share: addresses, an answer, a look at a record's stages.

inline QStringList urls(const ScriptServer &server, int count,
                        const QString &path = QStringLiteral("/item/%1"))
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list.append(server.url(path.arg(i)));
    return list;
}

inline HeaderList jsonType()
{
    return {{"Content-Type", "application/json"}};
}

inline Script answerJson(const ServerRequest &)
{
    return Script::answer(200, jsonType(), R"({"a": 1, "b": [2, 3]})");
}

inline QList<StageState> stageStates(const JobRecord &record)
{
    QList<StageState> states;
    for (const StageRecord &stage : record.stages)
        states.append(stage.state);
    return states;
}

} // namespace inflight
