// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/options.h"

#include "cli/configuration.h"
#include "cli/flags.h"
#include "cli/parseerror.h"
#include "cli/readbytes.h"
#include "cli/requestoptions.h"
#include "cli/sessionoptions.h"
#include "cli/values.h"
#include "jobs/ratetext.h"
#include "jobs/recordcolumns.h"
#include "jobs/rundefaults.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct OptionsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Options)
};

constexpr int mostInFlight = 4096;
constexpr int mostRetries = 1000;

void readFace(const FlagReader &flags, Options &options)
{
    options.help = flags.has(u"help"_s);
    options.version = flags.has(u"version"_s);
    options.manual = flags.has(u"man"_s);
    options.completion = flags.text(u"completion"_s);
    options.listStages = flags.has(u"list-stages"_s);
    options.describeStage = flags.text(u"describe"_s);
    options.headless = flags.has(u"headless"_s);
    options.start = flags.has(u"start"_s);
    options.demo = flags.has(u"demo"_s);
    options.dump = flags.has(u"dump"_s);
    options.noProgress = flags.has(u"no-progress"_s);
    options.quiet = flags.has(u"quiet"_s);
    options.verbose = flags.has(u"verbose"_s);
    options.reportStalls = flags.has(u"report-stalls"_s);
    options.secrets = flags.has(u"with-secrets"_s) ? Secrets::Shown : Secrets::Redacted;
}

void readLimits(FlagReader &flags, RunSettings &settings)
{
    flags.integer(u"jobs"_s, 1, mostInFlight, settings.concurrency);
    flags.integer(u"max-per-host"_s, 1, mostInFlight, settings.perHost);
    settings.adaptive = !flags.has(u"no-adaptive"_s);
    if (const auto text = flags.text(u"rate"_s)) {
        const auto rate = rateFromText(*text);
        if (rate && rate->isLimited())
            settings.rate = *rate;
        else
            flags.refuse(u"rate"_s,
                         OptionsText::tr("\"%1\" is not a rate such as 5/s, 100/m or 5/15s, at most 1000/s")
                             .arg(*text));
    }
    flags.size(u"max-size"_s, settings.maxSize);
    if (const auto text = flags.text(u"accept"_s)) {
        if (const auto set = StatusSet::parse(*text))
            settings.accept = *set;
        else
            flags.refuse(
                u"accept"_s,
                OptionsText::tr("\"%1\" is not a set of status codes such as 200..=299,304").arg(*text));
    }
}

void readHedge(FlagReader &flags, RunSettings &settings)
{
    const std::optional<QString> text = flags.text(u"hedge"_s);
    if (!text)
        return;
    const std::optional<milliseconds> after = parseSeconds(*text);
    if (*text == "auto"_L1)
        settings.hedge = HedgeSettings{};
    else if (!after)
        flags.refuse(u"hedge"_s,
                     OptionsText::tr("\"%1\" is neither a number of seconds nor auto").arg(*text));
    else if (after->count() > 0)
        settings.hedge = HedgeSettings{after};
}

void readTimes(FlagReader &flags, RunSettings &settings)
{
    flags.limit(u"connect-timeout"_s, settings.deadlines.connect);
    flags.limit(u"first-byte-timeout"_s, settings.deadlines.firstByte);
    flags.limit(u"idle-timeout"_s, settings.deadlines.idle);
    flags.limit(u"max-time"_s, settings.deadlines.total);
    readHedge(flags, settings);
    flags.limit(u"slow"_s, settings.slowAfter);
    flags.limit(u"cancel-slow"_s, settings.cancelSlowAfter);
    flags.integer(u"retry"_s, 0, mostRetries, settings.retry.retries);
    flags.seconds(u"retry-delay"_s, settings.retry.baseDelay);
    flags.limit(u"retry-max-time"_s, settings.retry.maxTime);
}

/// Devices and pipes have no suffix that could name a format.
bool isDevice(const QString &path)
{
    const QFileInfo info(path);
    return path == "-"_L1 || path.startsWith("/dev/"_L1) ||
           (info.exists() && !info.isFile() && !info.isDir());
}

QString formatList()
{
    return outputFormatNames().join(", "_L1);
}

/// What --format says; nothing when it is not there or not understood.
std::optional<OutputFormat> readFormat(FlagReader &flags)
{
    const auto name = flags.text(u"format"_s);
    const auto format = name ? outputFormatByName(*name) : std::nullopt;
    if (name && !format)
        flags.refuse(u"format"_s,
                     OptionsText::tr("\"%1\" is not one of the formats %2").arg(*name, formatList()));
    return format;
}

/// Of an output that --format does not speak of: its suffix says it, a folder is one, and what is read along
/// gets lines.
std::optional<OutputFormat> formatOf(const QString &path)
{
    if (isDevice(path))
        return OutputFormat::JsonLines;
    return QFileInfo(path).isDir() ? OutputFormat::Folder : outputFormatBySuffix(path);
}

void refuseOutput(FlagReader &flags, const QString &path, OutputFormat format)
{
    const bool isFolder = path.endsWith(u'/') || QFileInfo(path).isDir();
    if (path.isEmpty() || (isFolder && format != OutputFormat::Folder))
        flags.refuse(u"output"_s, OptionsText::tr("\"%1\" is not the name of a file").arg(path));
    else if (isDevice(path) && !isStream(format))
        flags.refuse(u"output"_s, OptionsText::tr("\"%1\" cannot take the format %2, which is no stream")
                                      .arg(path, outputFormatName(format)));
    else if (format == OutputFormat::Folder && QFileInfo(path).isFile())
        flags.refuse(u"output"_s, OptionsText::tr("\"%1\" is not a folder").arg(path));
}

QStringList readColumns(FlagReader &flags)
{
    const auto text = flags.text(u"columns"_s);
    if (!text)
        return {};
    QStringList columns;
    for (const QString &name : text->split(u','))
        columns.append(name.trimmed());
    if (const auto unknown = unknownColumn(columns))
        flags.refuse(u"columns"_s, OptionsText::tr("there is no column \"%1\"; there are %2")
                                       .arg(*unknown, recordColumnNames().join(", "_L1)));
    return columns;
}

void readOutputs(FlagReader &flags, Options &options)
{
    const auto format = readFormat(flags);
    const QStringList columns = readColumns(flags);
    const QStringList paths = flags.texts(u"output"_s);
    QSet<QString> seen;
    for (const QString &path : paths) {
        // Of several outputs, --format is for those whose names do not say what they are.
        const bool asSuffix = !format || (paths.size() > 1 && outputFormatBySuffix(path));
        const auto own = asSuffix ? formatOf(path) : format;
        if (!own && !path.isEmpty()) {
            flags.refuse(u"output"_s,
                         OptionsText::tr("the format of \"%1\" is not known by its suffix; add --format "
                                         "with one of %2")
                             .arg(path, formatList()));
        }
        refuseOutput(flags, path, own.value_or(OutputFormat::JsonLines));
        const QString place = path == "-"_L1 ? path : QDir::cleanPath(QFileInfo(path).absoluteFilePath());
        if (seen.contains(place))
            flags.refuse(u"output"_s, OptionsText::tr("\"%1\" is given twice").arg(path));
        seen.insert(place);
        options.outputs.append({path, own.value_or(OutputFormat::JsonLines), columns});
    }
}

void readSaveDir(FlagReader &flags, Options &options)
{
    const auto folder = flags.text(u"save-dir"_s);
    if (!folder)
        return;
    const QFileInfo info(*folder);
    if (folder->isEmpty() || (info.exists() && !info.isDir()))
        flags.refuse(u"save-dir"_s, OptionsText::tr("\"%1\" is not a folder").arg(*folder));
    options.saveDir = *folder;
}

PipelineOrFault loadPipeline(const Options &options)
{
    if (options.pipeline.isEmpty())
        return builtInPipeline(builtInPipelineNames().first(), {options.saveDir});
    if (builtInPipelineNames().contains(options.pipeline))
        return builtInPipeline(options.pipeline, {options.saveDir});
    if (!QFileInfo::exists(options.pipeline)) {
        return PipelineFault{{},
                             OptionsText::tr("\"%1\" is neither a file nor a built-in pipeline (%2)")
                                 .arg(options.pipeline, builtInPipelineNames().join(", "_L1))};
    }
    const auto read = readBytes(options.pipeline);
    if (const auto *refusal = std::get_if<ValueRefusal>(&read))
        return PipelineFault{{}, refusal->reason};
    return parsePipeline(std::get<QByteArray>(read), {options.saveDir});
}

void readPipeline(FlagReader &flags, Options &options)
{
    options.pipeline = flags.text(u"pipeline"_s).value_or(QString());
    auto loaded = loadPipeline(options);
    if (const auto *fault = std::get_if<PipelineFault>(&loaded)) {
        const QString place =
            fault->path.isEmpty() ? QString() : u"%1: %2: "_s.arg(options.pipeline, fault->path);
        flags.refuse(u"pipeline"_s, place + fault->message);
        return;
    }
    options.settings.pipeline = std::get<std::shared_ptr<const Pipeline>>(std::move(loaded));
}

void readFilter(FlagReader &flags, Options &options)
{
    const QString text = flags.text(u"filter"_s).value_or(QString());
    const auto parsed = JobFilter::parse(text);
    if (const auto *const fault = std::get_if<FilterFault>(&parsed))
        flags.refuse(u"filter"_s, faultText(*fault, text));
    else
        options.filter = std::get<JobFilter>(parsed);
}

void readSession(FlagReader &flags, Options &options)
{
    options.session = flags.text(u"session"_s).value_or(QString());
    options.resume = flags.text(u"resume"_s).value_or(QString());
    options.noSession = flags.has(u"no-session"_s);
    if (flags.has(u"session"_s) && options.session.isEmpty())
        flags.refuse(u"session"_s, OptionsText::tr("the name of a file is missing"));
    else if (!options.session.isEmpty() && QFileInfo::exists(options.session))
        flags.refuse(
            u"session"_s,
            OptionsText::tr("\"%1\" is there already; go on with it by --resume, or name another file")
                .arg(options.session));
    else if (flags.has(u"resume"_s) && !QFileInfo(options.resume).isFile())
        flags.refuse(u"resume"_s, OptionsText::tr("there is no file \"%1\"").arg(options.resume));
    else if (!options.session.isEmpty() + !options.resume.isEmpty() + options.noSession > 1)
        flags.refuse(u"session"_s,
                     OptionsText::tr("only one of --session, --resume and --no-session can be given"));
}

/// Those of the groups that settings are made of, as they were given.
QStringList runArgumentsOf(const FlagReader &flags)
{
    QStringList arguments;
    for (const FlagGroup &group : runFlagGroups()) {
        for (const Flag &flag : group.flags) {
            const QString &name = flag.names.last();
            if (!flags.has(name))
                continue;
            if (flag.value.isEmpty())
                arguments.append("--"_L1 + name);
            for (const QString &value : flags.texts(name))
                arguments.append(u"--%1=%2"_s.arg(name, value));
        }
    }
    if (flags.has(u"save-dir"_s))
        arguments.append("--save-dir="_L1 + QFileInfo(*flags.text(u"save-dir"_s)).absoluteFilePath());
    return arguments;
}

void readReading(FlagReader &flags, ReadingOptions &reading)
{
    reading.expand = !flags.has(u"globoff"_s);
    reading.column = flags.text(u"column"_s).value_or(QString());
    const auto format = flags.text(u"input-format"_s);
    if (!format || *format == "auto"_L1)
        return;
    reading.format = inputFormatOf(*format);
    if (reading.format)
        return;
    QStringList known{u"auto"_s};
    for (const InputFormat each : inputFormats())
        known.append(inputFormatKey(each));
    flags.refuse(u"input-format"_s,
                 OptionsText::tr("\"%1\" is not a format of inputs (%2)").arg(*format, known.join(", "_L1)));
}

void readInputs(FlagReader &flags, const QStringList &positionals, Options &options)
{
    readReading(flags, options.reading);
    options.inputs = flags.texts(u"input"_s);
    options.positionals = positionals;
    const auto stdinUses = options.inputs.count("-"_L1) + positionals.count("-"_L1) +
                           flags.texts(u"data"_s).count("@-"_L1) + flags.texts(u"config"_s).count("-"_L1);
    if (stdinUses > 1)
        flags.refuse(u"input"_s, OptionsText::tr("stdin (\"-\") can be read only once"));
    if (const auto text = flags.text(u"shard"_s)) {
        options.shard = Shard::parse(*text);
        if (!options.shard) {
            flags.refuse(u"shard"_s,
                         OptionsText::tr("\"%1\" is not K/N, the K-th of N shares, from 1/N to N/N with N "
                                         "at most %2")
                             .arg(*text)
                             .arg(Shard::most));
        }
    }
}

std::variant<Options, UsageFault> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addFlags(parser);
    if (!parser.parse(arguments))
        return UsageFault{parseErrorText(parser)};
    FlagReader flags(parser);
    Options options;
    readFace(flags, options);
    readInputs(flags, parser.positionalArguments(), options);
    if (flags.fault())
        return *flags.fault();
    readLimits(flags, options.settings);
    readTimes(flags, options.settings);
    readOutputs(flags, options);
    readFilter(flags, options);
    readSaveDir(flags, options);
    readSession(flags, options);
    readMerge(flags, options);
    readOpened(flags, options);
    readAgain(flags, options);
    options.runArguments = runArgumentsOf(flags);
    options.request = readRequestOptions(flags);
    readTransportOptions(flags, options.settings.transport);
    readPipeline(flags, options);
    if (flags.fault())
        return *flags.fault();
    return options;
}

std::optional<UsageFault> faultOf(const QStringList &arguments)
{
    const auto read = readOptions(QStringList{QString()} + arguments);
    const auto *const fault = std::get_if<UsageFault>(&read);
    return fault ? std::optional(*fault) : std::nullopt;
}

QString argumentOf(const QString &flag, const QString &value)
{
    const auto known = flagNamed(flag);
    return known && known->value.isEmpty() ? "--"_L1 + flag : u"--%1=%2"_s.arg(flag, value);
}

/// Those of the window's settings; what cannot be obeyed any more is as if it had not been set.
QStringList windowDefaults()
{
    QStringList arguments;
    const RunDefaults defaults = loadRunDefaults();
    for (auto each = defaults.cbegin(); each != defaults.cend(); ++each) {
        const auto known = flagNamed(each.key());
        // A flag without a value is given or not: "insecure=false" must not give it.
        if (known && known->value.isEmpty() && each.value() != "true"_L1)
            continue;
        if (known && !isForCommandLineOnly(*known) && valueFault(each.key(), each.value()).isEmpty())
            arguments.append(argumentOf(each.key(), each.value()));
    }
    return arguments;
}

/// Of a run in the terminal, what is said there and in the configuration is all there is.
QStringList defaultsFor(const FlagReader &flags, const Configuration &configuration)
{
    const QStringList configured = configuration.arguments();
    const bool isInTerminal = flags.has(u"headless"_s) || flags.has(u"dump"_s) || flags.has(u"merge"_s) ||
                              configured.contains("--headless"_L1);
    return isInTerminal ? QStringList() : windowDefaults();
}

} // namespace

QStringList commandFlags(const Options &options)
{
    QStringList flags = options.runArguments;
    const HeaderList headers = options.request ? options.request->headers : HeaderList();
    for (const Header &header : headers) {
        if (header.name.compare("user-agent", Qt::CaseInsensitive) == 0)
            flags.append("--user-agent="_L1 + QString::fromUtf8(header.value));
    }
    return flags;
}

QString valueFault(const QString &flag, const QString &value)
{
    const auto fault = faultOf({argumentOf(flag, value)});
    return fault ? QString(fault->message).remove(u"--%1: "_s.arg(flag)) : QString();
}

std::variant<Options, UsageFault> parseOptions(const QStringList &arguments, const QStringList &earlier)
{
    QCommandLineParser parser;
    addFlags(parser);
    if (!parser.parse(arguments))
        return UsageFault{parseErrorText(parser)};
    const FlagReader flags(parser);
    Options information;
    readFace(flags, information);
    if (information.asksForInformation())
        return information;
    const auto read = readConfiguration(flags);
    if (const auto *const fault = std::get_if<UsageFault>(&read))
        return *fault;
    const auto &configuration = std::get<Configuration>(read);
    const QStringList before =
        configuration.isAskedFor ? earlier + configuration.arguments() : configuration.arguments() + earlier;
    const QStringList defaults = defaultsFor(flags, configuration);
    auto options = readOptions(arguments.first(1) + defaults + before + arguments.sliced(1));
    if (const auto *const fault = std::get_if<UsageFault>(&options))
        return placedFault(*fault, configuration, faultOf);
    std::get<Options>(options).saysHowToAsk =
        std::ranges::any_of(QStringList{u"request"_s, u"header"_s, u"data"_s, u"user"_s, u"user-agent"_s},
                            [&](const QString &name) { return flags.has(name); });
    return options;
}

} // namespace inflight
