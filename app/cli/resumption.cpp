// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/resumption.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

#include "jobs/ratetext.h"
#include "jobs/requestgiven.h"
#include "store/session/sessionbodies.h"
#include "store/session/sessionplace.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct ResumptionText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Resumption)
};

UsageFault refusal(const QString &reason)
{
    return {u"--resume: "_s + reason};
}

/// The pipeline of the run, unless the command line names another one.
std::optional<UsageFault> takePipeline(const SessionInfo &info, Options &options)
{
    if (!options.pipeline.isEmpty())
        return std::nullopt;
    auto built = parsePipeline(info.pipeline, {options.saveDir});
    if (const auto *const fault = std::get_if<PipelineFault>(&built))
        return refusal(
            ResumptionText::tr("the run's pipeline cannot be used: %1: %2").arg(fault->path, fault->message));
    options.settings.pipeline = std::get<std::shared_ptr<const Pipeline>>(std::move(built));
    return std::nullopt;
}

/// Of a file that a person is not allowed to write, or beside which no log can be made.
std::optional<QString> whyReadOnly(const QString &path)
{
    for (const QString &place : {path, QFileInfo(path).absolutePath()}) {
        if (!QFileInfo(place).isWritable())
            return ResumptionText::tr("%1 can only be read").arg(QDir::toNativeSeparators(place));
    }
    return std::nullopt;
}

/// Of no session, or of one that this version does not know whole.
std::optional<QString> whyNotGoneOnWith(const QString &path, SessionDatabase::Access access)
{
    const auto opened = SessionDatabase::open(path, access);
    if (const auto *const fault = std::get_if<QString>(&opened))
        return *fault;
    const auto &session = std::get<std::unique_ptr<SessionDatabase>>(opened);
    // Where nothing is left to do, nobody opens it to write again.
    if (access == SessionDatabase::Access::Write)
        session->leaveWhole();
    return session->whyNotGoneOnWith();
}

/// Further inputs are divided, what the session has is not.
std::optional<UsageFault> shardFault(const Options &options)
{
    if (!options.shard || options.namesInputs())
        return std::nullopt;
    return UsageFault{
        u"--shard: "_s +
        ResumptionText::tr(
            "the inputs of a session are not divided; divide the list into a session for each share")};
}

/// Without a window, what is to be fetched again is as if it had not ended.
void forgetFailed(StoredRun &run)
{
    run.ended.removeIf([&run](JobId id) { return run.jobs.at(id).record->state == JobState::Failed; });
    for (RestoredJob &job : run.jobs) {
        if (job.record && job.record->state == JobState::Failed)
            job.record.reset();
    }
}

/// Of a session that is not written, nothing beside it is written either.
void forgetParts(StoredRun &run)
{
    for (RestoredJob &job : run.jobs)
        job.part.reset();
}

/// What is fetched is asked for as the command line says now: a token may be another one since.
void askAnew(Resumption &resumption)
{
    const Options &options = resumption.options;
    if (!options.saysHowToAsk || !options.request)
        return;
    using Request = std::shared_ptr<const RequestTemplate>;
    QHash<Request, Request> changed;
    const auto change = [&](Request &request) {
        Request &now = changed[request];
        if (!now)
            now = requestChanged(request, *options.request);
        request = now;
    };
    for (RestoredJob &job : resumption.run.jobs) {
        // In the window, what failed may be fetched once more at any time.
        if (job.record && (options.headless || job.record->state == JobState::Succeeded))
            continue;
        change(job.input.request);
        job.asksAnew = true;
    }
    for (JobInput &input : resumption.inputs)
        change(input.request);
}

/// Whether the input is asked for as `request` has it.
bool isAsked(const JobInput &input, const std::shared_ptr<const RequestTemplate> &request)
{
    if (!input.request || !request)
        return input.request == request;
    return input.request->method == request->method && input.request->headers == request->headers &&
           input.request->body == request->body;
}

/// Further inputs are asked for as those before, but for what the command line says of it.
void askAsBefore(Resumption &resumption)
{
    Options &options = resumption.options;
    const auto &before = resumption.run.info.request;
    if (!options.namesInputs() || !before)
        return;
    options.request =
        options.saysHowToAsk && options.request ? requestChanged(before, *options.request) : before;
}

/// `arguments` with those of `settings` that may change while the run goes on.
QStringList argumentsWith(QStringList arguments, const RunSettings &settings)
{
    const auto remove = [&arguments](QLatin1StringView flag) {
        return arguments.removeIf([flag](const QString &each) { return each.section(u'=', 0, 0) == flag; }) >
               0;
    };
    remove("--jobs"_L1);
    remove("--max-per-host"_L1);
    remove("--no-adaptive"_L1);
    const bool hadRate = remove("--rate"_L1);
    arguments += {u"--jobs=%1"_s.arg(settings.concurrency), u"--max-per-host=%1"_s.arg(settings.perHost)};
    // Without a limit now: the one of before may also come from the configuration.
    if (hadRate || settings.rate.isLimited())
        arguments += u"--rate="_s + rateText(settings.rate);
    if (!settings.adaptive)
        arguments += u"--no-adaptive"_s;
    return arguments;
}

/// As if it had been cancelled before it started.
JobRecordPtr unfetchedRecord(JobId id, const JobInput &input)
{
    JobRecord record;
    record.id = id;
    record.url = record.finalUrl = input.url;
    record.name = input.name;
    record.method = input.request ? input.request->method : QByteArray("GET");
    record.state = JobState::Cancelled;
    return std::make_shared<const JobRecord>(std::move(record));
}

/// A new run of the same inputs; what was found in their outputs is found again.
void startOver(Resumption &resumption)
{
    for (const RestoredJob &job : std::as_const(resumption.run.jobs)) {
        if (!job.input.parent)
            resumption.inputs.append(job.input);
    }
    resumption.run = {};
    resumption.options.resume.clear();
}

} // namespace

std::unique_ptr<Journal> journalFor(const Options &options)
{
    if (options.noSession)
        return nullptr;
    const QString path = !options.session.isEmpty()  ? options.session
                         : !options.resume.isEmpty() ? options.resume
                                                     : newSessionPath(QDateTime::currentDateTimeUtc());
    // A window may be open for long before the first URL is fetched in it.
    auto journal =
        std::make_unique<Journal>(path, SessionInfo{{},
                                                    {},
                                                    options.runArguments,
                                                    options.settings.pipeline->description().toJson(),
                                                    false,
                                                    options.request});
    journal->setArgumentsWith(argumentsWith);
    return journal;
}

StagesAgain beginStages(StoredRun &run)
{
    StagesAgain again;
    for (JobId id = 0; id < run.jobs.size(); ++id) {
        RestoredJob &job = run.jobs[id];
        if (!job.record) {
            job.record = unfetchedRecord(id, job.input);
            ++again.unfetched;
        } else if (job.stored && isFetched(*job.record)) {
            again.jobs.append(id);
        }
    }
    // They end once more.
    run.ended.removeIf([&again](JobId id) { return std::ranges::binary_search(again.jobs, id); });
    return again;
}

QString noBodiesText(const StoredRun &run)
{
    const bool hasOne = std::ranges::any_of(
        run.jobs, [](const RestoredJob &job) { return job.record && job.stored && isFetched(*job.record); });
    return hasOne
               ? QString()
               : ResumptionText::tr("The run has no body of any job: nothing goes through its stages again.");
}

QString earlierNotes(const Options &options)
{
    // What goes through the stages once more is written once more.
    const bool goesOn = !options.resume.isEmpty() && options.again != RunOpening::Stages;
    return goesOn ? SessionBodies(options.resume).notesFolder() : QString();
}

InputTally tallyOf(const StoredRun &run)
{
    InputTally tally;
    for (const RestoredJob &job : run.jobs) {
        if (!run.info.inputsOpen)
            tally.listed = std::max(tally.listed, job.input.listed);
        if (!job.input.parent)
            ++tally.known[requestHash(job.input, isAsked(job.input, run.info.request))];
    }
    return tally;
}

std::optional<qint64> cutShortAfter(const StoredRun &run, const Options &options)
{
    if (!run.info.inputsOpen || options.namesInputs())
        return std::nullopt;
    return std::ranges::count_if(run.jobs, [](const RestoredJob &job) { return !job.input.parent; });
}

void noteChanges(const StoredRun &run, const RunSettings &settings, RecordSink &sink)
{
    if (settings.pipeline->description().toJson() != run.info.pipeline)
        sink.settingsChanged(settings);
    for (JobId id = 0; id < run.jobs.size(); ++id) {
        if (run.jobs.at(id).asksAnew)
            sink.accept({id, {run.jobs.at(id).input}, {}});
    }
}

void writeEarlier(const StoredRun &run, const QString &path, RecordSink &sink)
{
    AcceptedJobs inputs;
    for (const RestoredJob &job : run.jobs)
        inputs.inputs.append(job.input);
    sink.accept(inputs);
    SessionBodyReader bodies(path);
    for (const JobId id : run.ended) {
        const StoredBody body = bodies.body(id).value_or(StoredBody{});
        sink.take({run.jobs.at(id).record, body.body, body.contentEncoding});
    }
}

std::variant<Resumption, UsageFault> resume(const Options &options, const QStringList &arguments)
{
    if (auto fault = shardFault(options))
        return *std::move(fault);
    // A file that cannot be gone on with is found before anything is fetched.
    const bool onlyReads = (options.opened && options.headless) || options.again == RunOpening::All ||
                           !options.session.isEmpty();
    std::optional<QString> locked;
    if (!onlyReads) {
        using Access = SessionDatabase::Access;
        locked = whyReadOnly(options.resume);
        if (auto fault = whyNotGoneOnWith(options.resume, locked ? Access::Read : Access::Write)) {
            if (!options.opened)
                return refusal(*fault);
            locked = std::move(fault);
        }
    }
    auto read = readSession(options.resume);
    if (const auto *const fault = std::get_if<QString>(&read))
        return options.opened ? UsageFault{*fault} : refusal(*fault);
    Resumption resumption;
    resumption.run = std::get<StoredRun>(std::move(read));
    resumption.readOnly = locked.value_or(QString());
    const SessionInfo &info = resumption.run.info;
    auto parsed = parseOptions(arguments, info.arguments);
    if (const auto *const fault = std::get_if<UsageFault>(&parsed))
        return *fault;
    resumption.options = std::get<Options>(std::move(parsed));
    if (const auto fault = takePipeline(info, resumption.options))
        return *fault;
    resumption.options.noSession = locked.has_value();
    if (locked)
        forgetParts(resumption.run);
    if (options.again == RunOpening::Stages)
        resumption.run.info.stagesAgain = false; // that is about to be mended
    if (options.again == RunOpening::All)
        startOver(resumption);
    else if (options.again == RunOpening::Failed && options.headless)
        forgetFailed(resumption.run);
    askAnew(resumption);
    askAsBefore(resumption);
    return resumption;
}

} // namespace inflight
