// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/inputs.h"

#include "cli/inputstream.h"
#include "cli/requestgatherer.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// What a person who writes it means as a file, even where there is none.
bool looksLikePath(const QString &argument)
{
    return argument.startsWith("./"_L1) || argument.startsWith("../"_L1) ||
           (argument.startsWith(u'/') && !argument.startsWith("//"_L1));
}

bool namesFile(const QString &argument)
{
    if (argument.contains("://"_L1))
        return false;
    return argument == "-"_L1 || looksLikePath(argument) || QFileInfo(argument).isFile();
}

} // namespace

size_t requestHash(const JobInput &input, bool byDefault)
{
    if (byDefault)
        return qHashMulti(0, input.url);
    static const RequestTemplate plain;
    const RequestTemplate &request = input.request ? *input.request : plain;
    return qHashMulti(0, input.url, request.method, request.body);
}

std::variant<GatheredInputs, UsageFault> gatherInputs(const Options &options, InputTally tally,
                                                      const TakeInputs &take)
{
    RequestGatherer gatherer(options, {}, std::move(tally));
    gatherer.passOnTo(take);
    const bool streams = InputStream::isWanted(options);
    const auto comesLater = [streams](const QString &path) { return streams && path == "-"_L1; };
    for (const QString &path : options.inputs) {
        if (comesLater(path))
            continue;
        if (auto fault = gatherer.addFile(path))
            return *std::move(fault);
    }
    int position = 0;
    for (const QString &argument : options.positionals) {
        ++position;
        if (comesLater(argument))
            continue;
        if (!namesFile(argument))
            gatherer.addUrl(position, argument);
        else if (auto fault = gatherer.addFile(argument))
            return *std::move(fault);
    }
    GatheredInputs gathered = gatherer.take();
    if (streams)
        gathered.tally = gatherer.takeTally();
    return gathered;
}

} // namespace inflight
