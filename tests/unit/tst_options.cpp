// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/flags.h"
#include "cli/options.h"
#include "support/testcertificates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace inflight;

namespace {

std::variant<Options, UsageFault> parse(const QStringList &flags)
{
    return parseOptions(QStringList{u"inflight"_s} + flags);
}

/// Nothing, with a warning, when they are refused.
std::optional<Options> parsed(const QStringList &flags)
{
    auto result = parse(flags);
    if (const auto *fault = std::get_if<UsageFault>(&result)) {
        qWarning() << "refused:" << fault->message;
        return std::nullopt;
    }
    return std::get<Options>(std::move(result));
}

/// The fault's message; null when there is none.
QString fault(const QStringList &flags)
{
    const auto result = parse(flags);
    const auto *found = std::get_if<UsageFault>(&result);
    return found ? found->message : QString();
}

QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                    : QString();
}

} // namespace

class TestOptions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults();
    void everyFlagIsTaken();
    void lastValueCounts();
    void repeatableFlags();
    void switches();
    void limits();
    void aUrlMayEndLikeASession();
    void ratesAndAdaptiveBackOff();
    void hedges();
    void zeroTimeoutsAreNoLimit();
    void refuses_data();
    void refuses();
    void informationNeedsNothingElse();
    void positionals();
    void whatIsRunAgain_data();
    void whatIsRunAgain();

    void outputs();
    void columns();
    void formatForAnyName();
    void pipelines();
    void pipelineFaultNamesThePlace();
};

void TestOptions::defaults()
{
    const auto options = parsed({});
    QVERIFY(options);
    QVERIFY(!options->headless && !options->help && !options->demo && !options->quiet &&
            !options->asksForInformation());
    QCOMPARE(options->secrets, Secrets::Redacted);
    const RunSettings &settings = options->settings;
    QCOMPARE(settings.concurrency, 64);
    QCOMPARE(settings.perHost, 8);
    QCOMPARE(settings.deadlines.connect, std::optional(10'000ms));
    QCOMPARE(settings.deadlines.firstByte, std::optional(30'000ms));
    QCOMPARE(settings.deadlines.idle, std::optional(30'000ms));
    QVERIFY(!settings.deadlines.total);
    QCOMPARE(settings.retry.retries, 2);
    QCOMPARE(settings.retry.baseDelay, 500ms);
    QCOMPARE(settings.maxSize, 1024LL * 1024 * 1024);
    QCOMPARE(settings.transport.maxRedirects, 10);
    QVERIFY(!settings.transport.http2 && !settings.transport.insecure && !settings.transport.proxy);
    QCOMPARE(settings.accept.text(), u"200..=299"_s);
    QVERIFY(!settings.slowAfter && !settings.cancelSlowAfter);
    QVERIFY(settings.pipeline);
    QCOMPARE(settings.pipeline->stageNames(),
             (QStringList{u"fetch"_s, u"decode"_s, u"parse"_s, u"digest"_s}));
}

void TestOptions::everyFlagIsTaken()
{
    const QTemporaryDir folder;
    const TestCertificates certificates;
    const QHash<QString, QString> values{{u"pipeline"_s, u"inspect"_s},
                                         {u"output"_s, u"-"_s},
                                         {u"format"_s, u"jsonl"_s},
                                         {u"columns"_s, u"url"_s},
                                         {u"resume"_s, certificates.caFile()},
                                         {u"save-dir"_s, folder.path()},
                                         {u"accept"_s, u"200"_s},
                                         {u"proxy"_s, u"localhost"_s},
                                         {u"cacert"_s, certificates.caFile()},
                                         {u"header"_s, u"A: b"_s},
                                         {u"data"_s, u"x"_s},
                                         {u"config"_s, u"/dev/null"_s},
                                         {u"shard"_s, u"1/2"_s},
                                         {u"input-format"_s, u"auto"_s},
                                         {u"again"_s, u"all"_s},
                                         {u"request"_s, u"PUT"_s},
                                         {u"session"_s, folder.filePath(u"new"_s)},
                                         {u"resume"_s, certificates.caFile()},
                                         {u"merge"_s, certificates.caFile()}};
    int count = 0;
    for (const FlagGroup &group : flagGroups()) {
        for (const Flag &flag : group.flags) {
            for (const QString &name : flag.names) {
                QStringList arguments{(name.size() == 1 ? u"-"_s : u"--"_s) + name};
                if (!flag.value.isEmpty())
                    arguments.append(values.value(flag.names.last(), u"1"_s));
                if (name == "again"_L1)
                    arguments.append(u"--resume="_s + certificates.caFile());
                QVERIFY2(fault(arguments).isNull(),
                         qPrintable(arguments.join(u' ') + u": "_s + fault(arguments)));
                ++count;
            }
        }
    }
    QVERIFY(count > 40);
}

void TestOptions::lastValueCounts()
{
    const auto options = parsed({u"-j"_s, u"5"_s, u"--jobs=7"_s});
    QVERIFY(options);
    QCOMPARE(options->settings.concurrency, 7);
}

void TestOptions::whatIsRunAgain_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<RunOpening>("opening");
    QTest::newRow("all") << u"all"_s << RunOpening::All;
    QTest::newRow("failed") << u"failed"_s << RunOpening::Failed;
    QTest::newRow("stages") << u"stages"_s << RunOpening::Stages;
}

void TestOptions::whatIsRunAgain()
{
    QFETCH(QString, what);
    QFETCH(RunOpening, opening);
    const QTemporaryDir folder;
    const QString session = writeFile(folder, u"a.inflight"_s, "it is read later");
    for (const QStringList &face : {QStringList{}, QStringList{u"--headless"_s}}) {
        const auto options = parsed(face + QStringList{u"--resume"_s, session, u"--again"_s, what});
        QVERIFY(options);
        QCOMPARE(options->again, std::optional(opening));
        QVERIFY(!options->opened);
    }
}

void TestOptions::repeatableFlags()
{
    const auto options =
        parsed({u"-i"_s, u"a"_s, u"--input"_s, u"b"_s, u"-o"_s, u"x.jsonl"_s, u"-o"_s, u"-"_s});
    QVERIFY(options);
    QCOMPARE(options->inputs, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(options->outputs.size(), 2);
    QCOMPARE(options->outputs[1].path, u"-"_s);
}

void TestOptions::switches()
{
    const auto options = parsed({u"--headless"_s, u"--start"_s, u"--demo"_s, u"--dump"_s, u"-nqv"_s,
                                 u"--with-secrets"_s, u"-k"_s, u"--http2"_s});
    QVERIFY(options);
    QVERIFY(options->headless && options->start && options->demo && options->dump);
    QVERIFY(options->noProgress && options->quiet && options->verbose);
    QCOMPARE(options->secrets, Secrets::Shown);
    QVERIFY(options->settings.transport.insecure && options->settings.transport.http2);
}

void TestOptions::limits()
{
    const auto options = parsed({u"-j4096"_s,
                                 u"--max-per-host"_s,
                                 u"1"_s,
                                 u"--retry"_s,
                                 u"0"_s,
                                 u"--retry-delay"_s,
                                 u"0.25"_s,
                                 u"--retry-max-time"_s,
                                 u"60"_s,
                                 u"--connect-timeout"_s,
                                 u"1.5"_s,
                                 u"--first-byte-timeout"_s,
                                 u".5"_s,
                                 u"--idle-timeout"_s,
                                 u"3"_s,
                                 u"--max-time"_s,
                                 u"0.001"_s,
                                 u"--max-size"_s,
                                 u"500k"_s,
                                 u"--max-redirs"_s,
                                 u"0"_s,
                                 u"--allow-downgrade"_s,
                                 u"--slow"_s,
                                 u"2"_s,
                                 u"--cancel-slow"_s,
                                 u"4"_s,
                                 u"--accept"_s,
                                 u"200..=299,304"_s});
    QVERIFY(options);
    const RunSettings &settings = options->settings;
    QCOMPARE(settings.concurrency, 4096);
    QCOMPARE(settings.perHost, 1);
    QCOMPARE(settings.retry.retries, 0);
    QCOMPARE(settings.retry.baseDelay, 250ms);
    QCOMPARE(settings.retry.maxTime, std::optional(60'000ms));
    QCOMPARE(settings.deadlines.connect, std::optional(1500ms));
    QCOMPARE(settings.deadlines.firstByte, std::optional(500ms));
    QCOMPARE(settings.deadlines.idle, std::optional(3000ms));
    QCOMPARE(settings.deadlines.total, std::optional(1ms));
    QCOMPARE(settings.maxSize, 500LL * 1024);
    QCOMPARE(settings.transport.maxRedirects, 0);
    QVERIFY(settings.transport.followDowngrades);
    QCOMPARE(settings.slowAfter, std::optional(2000ms));
    QCOMPARE(settings.cancelSlowAfter, std::optional(4000ms));
    QVERIFY(settings.accept.contains(304) && !settings.accept.contains(301));
}

void TestOptions::aUrlMayEndLikeASession()
{
    QVERIFY(parsed({u"http://a.test/x.inflight"_s}));
    QVERIFY(parsed({u"a.test/x.inflight"_s}));
}

void TestOptions::ratesAndAdaptiveBackOff()
{
    const auto plain = parsed({});
    QVERIFY(plain && !plain->settings.rate.isLimited() && plain->settings.adaptive);
    const auto options = parsed({u"--rate"_s, u"9"_s, u"--rate"_s, u"5/15s"_s, u"--no-adaptive"_s});
    QVERIFY(options && !options->settings.adaptive);
    QCOMPARE(options->settings.rate, (RateLimit{5, 15s}));
}

void TestOptions::hedges()
{
    const auto after = [](const QStringList &flags) {
        const auto options = parsed(flags);
        return options && options->settings.hedge ? options->settings.hedge->after.value_or(-1ms) : 0ms;
    };
    QCOMPARE(after({}), 0ms);
    QCOMPARE(after({u"--hedge"_s, u"0"_s}), 0ms);
    QCOMPARE(after({u"--hedge"_s, u"0.2"_s}), 200ms);
    QCOMPARE(after({u"--hedge"_s, u"auto"_s}), -1ms);
}

void TestOptions::zeroTimeoutsAreNoLimit()
{
    const auto options = parsed({u"--connect-timeout"_s, u"0"_s, u"--first-byte-timeout"_s, u"0.0"_s,
                                 u"--idle-timeout"_s, u"0"_s, u"--max-time"_s, u"0"_s, u"--cancel-slow"_s,
                                 u"0"_s, u"--max-size"_s, u"0"_s, u"--max-redirs"_s, u"-1"_s});
    QVERIFY(options);
    const Deadlines &deadlines = options->settings.deadlines;
    QVERIFY(!deadlines.connect && !deadlines.firstByte && !deadlines.idle && !deadlines.total);
    QVERIFY(!options->settings.cancelSlowAfter);
    QCOMPARE(options->settings.maxSize, std::numeric_limits<qint64>::max());
    QCOMPARE(options->settings.transport.maxRedirects, std::numeric_limits<int>::max());
}

void TestOptions::refuses_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<QString>("part");
    const auto row = [](const QStringList &flags, const QString &part) {
        QTest::newRow(qPrintable(flags.join(u' '))) << flags << part;
    };
    row({u"-j"_s, u"0"_s}, u"--jobs: \"0\" is not a whole number from 1 to 4096"_s);
    row({u"-j"_s, u"4097"_s}, u"--jobs: \"4097\""_s);
    row({u"-j"_s, u"five"_s}, u"--jobs: \"five\""_s);
    row({u"-j"_s, u"5.5"_s}, u"--jobs: \"5.5\""_s);
    row({u"-j"_s, u" 5"_s}, u"--jobs"_s);
    row({u"-j"_s, u"99999999999999999999"_s}, u"--jobs"_s);
    row({u"--jobs="_s}, u"--jobs: \"\""_s);
    row({u"-j"_s}, u"-j"_s);
    row({u"--max-per-host"_s, u"-1"_s}, u"--max-per-host: \"-1\""_s);
    row({u"--rate"_s, u"fast"_s}, u"--rate: \"fast\" is not a rate such as 5/s"_s);
    row({u"--rate"_s, u"2000/s"_s}, u"--rate: \"2000/s\" is not a rate such as 5/s"_s);
    row({u"--rate="_s}, u"--rate: \"\" is not a rate"_s);
    row({u"--no-adaptive=1"_s}, u"--no-adaptive"_s);
    row({u"--retry"_s, u"-1"_s}, u"--retry: \"-1\""_s);
    row({u"--max-time"_s, u"soon"_s}, u"--max-time: \"soon\" is not a number of seconds"_s);
    row({u"--max-time"_s, u"-1"_s}, u"--max-time: \"-1\""_s);
    row({u"--hedge"_s, u"automatic"_s}, u"--hedge: \"automatic\" is neither a number of seconds nor auto"_s);
    row({u"--idle-timeout"_s, u"nan"_s}, u"--idle-timeout"_s);
    row({u"--connect-timeout"_s, u"1e9"_s}, u"--connect-timeout"_s);
    row({u"--retry-delay"_s, u"1,5"_s}, u"--retry-delay: \"1,5\""_s);
    row({u"--max-size"_s, u"big"_s}, u"--max-size: \"big\" is not a size"_s);
    row({u"--max-redirs"_s, u"-2"_s}, u"--max-redirs: \"-2\""_s);
    row({u"missing.inflight"_s}, u"there is no file \"missing.inflight\""_s);
    row({u"/nowhere/a.inflight"_s, u"--headless"_s}, u"there is no file \"/nowhere/a.inflight\""_s);
    row({u"--accept"_s, u"2xx"_s}, u"--accept: \"2xx\""_s);
    row({u"-H"_s, u"no colon"_s}, u"--header: "_s);
    row({u"-H"_s, u"A: b\r\nC: d"_s}, u"line breaks"_s);
    row({u"-H"_s, u"A: b\nC: d"_s}, u"line breaks"_s);
    row({u"-H"_s, u"A b: c"_s}, u"\"A b\" cannot be a header's name"_s);
    row({u"-H"_s, u": c"_s}, u"cannot be a header's name"_s);
    row({u"-A"_s, u"x\r\nC: d"_s}, u"--user-agent: "_s);
    row({u"-X"_s, u"GE T"_s}, u"--request: \"GE T\""_s);
    row({u"-X"_s, u""_s}, u"--request"_s);
    row({u"-d"_s, u"@/nonexistent"_s}, u"--data: \"/nonexistent\" cannot be read"_s);
    row({u"-d"_s, u"@/"_s}, u"--data: \"/\" is a folder"_s);
    row({u"-o"_s, u"no-suffix"_s}, u"--output: the format of \"no-suffix\""_s);
    row({u"-o"_s, u"x.txt"_s}, u"one of jsonl, csv, har, junit, sqlite, dir"_s);
    row({u"-o"_s, u""_s}, u"--output: \"\" is not the name of a file"_s);
    row({u"-o"_s, u"folder/"_s, u"-f"_s, u"csv"_s}, u"--output: \"folder/\" is not the name of a file"_s);
    row({u"-o"_s, u"-"_s, u"-f"_s, u"sqlite"_s}, u"--output: \"-\" cannot take the format sqlite"_s);
    row({u"-o"_s, u"/dev/null"_s, u"-f"_s, u"dir"_s}, u"cannot take the format dir"_s);
    row({u"-o"_s, u"a.csv"_s, u"--columns"_s, u"url,colour"_s},
        u"--columns: there is no column \"colour\"; there are id, url"_s);
    row({u"-o"_s, u"a.jsonl"_s, u"-o"_s, u"./a.jsonl"_s}, u"given twice"_s);
    row({u"-o"_s, u"-"_s, u"-o"_s, u"-"_s}, u"given twice"_s);
    row({u"-f"_s, u"xlsx"_s}, u"--format: \"xlsx\" is not one of the formats jsonl, csv"_s);
    row({u"--save-dir"_s, u"/dev/null"_s}, u"--save-dir: \"/dev/null\" is not a folder"_s);
    row({u"--cacert"_s, u"/nonexistent"_s}, u"--cacert: \"/nonexistent\" cannot be read"_s);
    row({u"--cacert"_s, u"/dev/null"_s}, u"holds no certificate"_s);
    row({u"-x"_s, u"ftp://h:1"_s}, u"--proxy: only http://"_s);
    row({u"-x"_s, u"http://h:99999"_s}, u"--proxy: "_s);
    row({u"-p"_s, u"nothing-like-it"_s},
        u"--pipeline: \"nothing-like-it\" is neither a file nor a built-in pipeline"_s);
    row({u"-i"_s, u"-"_s, u"-"_s}, u"stdin (\"-\") can be read only once"_s);
    row({u"-i"_s, u"-"_s, u"-d"_s, u"@-"_s}, u"stdin (\"-\") can be read only once"_s);
    for (const char *shard : {"0/3", "4/3", "x", "", "1", "3/0", "-1/2"})
        row({u"--shard=%1"_s.arg(QLatin1StringView(shard))},
            u"--shard: \"%1\" is not K/N"_s.arg(QLatin1StringView(shard)));
    row({u"--config=x"_s}, u"--config: \"x\" cannot be read"_s);
    row({u"--report-stalls=1"_s}, u"--report-stalls"_s);
    row({u"--nonsense"_s}, u"nonsense"_s);
    row({u"--headless=yes"_s}, u"headless"_s);
    row({u"--job"_s, u"5"_s}, u"Unknown option --job; did you mean --jobs?"_s);
    row({u"--max-per-hots=5"_s}, u"Unknown option --max-per-hots; did you mean --max-per-host?"_s);
    row({u"--nonsense"_s}, u"Unknown option --nonsense."_s);
    row({u"-Z"_s}, u"Unknown option -Z."_s);
    row({u"-jx"_s}, u"--jobs: \"x\""_s);
    row({u"-j"_s, u"-5"_s}, u"--jobs: \"-5\""_s);
    row({u"-Hx"_s}, u"--header: a header is written"_s);
    row({u"--retry"_s, u"1e3"_s}, u"--retry: \"1e3\""_s);
    row({u"--max-time"_s, u"99999999999"_s}, u"--max-time: \"99999999999\""_s);
    row({u"--save-dir"_s, u""_s}, u"--save-dir: "_s);
    row({u"--session"_s, u""_s}, u"--session: "_s);
    row({u"--shard"_s, u"1/2"_s, u"--shard"_s, u"3/2"_s}, u"--shard: \"3/2\""_s);
    row({u"--job"_s, u"5"_s}, u"job"_s);
}

void TestOptions::refuses()
{
    QFETCH(QStringList, flags);
    QFETCH(QString, part);
    const QString message = fault(flags);
    QVERIFY2(message.contains(part), qPrintable(message));
}

void TestOptions::informationNeedsNothingElse()
{
    for (const QStringList &flags :
         {QStringList{u"--help"_s, u"-j"_s, u"0"_s}, QStringList{u"-h"_s}, QStringList{u"--version"_s},
          QStringList{u"--list-stages"_s}, QStringList{u"--describe"_s, u"parse"_s}}) {
        const auto options = parsed(flags);
        QVERIFY2(options && options->asksForInformation(), qPrintable(flags.join(u' ')));
    }
    QCOMPARE(parsed({u"--describe"_s, u"parse"_s})->describeStage, std::optional(u"parse"_s));
}

void TestOptions::positionals()
{
    const auto options = parsed({u"http://h/1"_s, u"-j"_s, u"2"_s, u"list.txt"_s, u"--"_s, u"-odd"_s});
    QVERIFY(options);
    QCOMPARE(options->positionals, (QStringList{u"http://h/1"_s, u"list.txt"_s, u"-odd"_s}));
}

void TestOptions::outputs()
{
    const auto options =
        parsed({u"-o"_s, u"a.jsonl"_s, u"-o"_s, u"B.JSONL"_s, u"-o"_s, u"-"_s, u"-o"_s, u"/dev/null"_s});
    QVERIFY(options);
    QCOMPARE(options->outputs.size(), 4);
    const auto formats = [](const QStringList &arguments) {
        QStringList names;
        const auto read = parsed(arguments);
        for (const OutputTarget &target : read ? read->outputs : QList<OutputTarget>())
            names.append(outputFormatName(target.format));
        return names.join(u' ');
    };
    QCOMPARE(formats({u"-o"_s, u"a.ndjson"_s, u"-o"_s, u"a.csv"_s, u"-o"_s, u"a.HAR"_s, u"-o"_s, u"a.xml"_s,
                      u"-o"_s, u"a.sqlite"_s, u"-o"_s, u"a.db"_s, u"-o"_s, u"new/"_s, u"-o"_s, u"/tmp"_s}),
             u"jsonl csv har junit sqlite sqlite dir dir"_s);
    // Of several, --format is for those whose names do not tell; of one, it is always obeyed.
    QCOMPARE(formats({u"-o"_s, u"a.csv"_s, u"-o"_s, u"-"_s, u"-o"_s, u"b.txt"_s, u"-f"_s, u"har"_s}),
             u"csv har har"_s);
    QCOMPARE(formats({u"-o"_s, u"a.csv"_s, u"-f"_s, u"jsonl"_s}), u"jsonl"_s);
    QCOMPARE(formats({u"-o"_s, u"new-folder"_s, u"-f"_s, u"dir"_s}), u"dir"_s);
}

void TestOptions::columns()
{
    const auto options = parsed({u"-o"_s, u"a.csv"_s, u"--columns"_s, u"status, url,error_class"_s});
    QVERIFY(options);
    QCOMPARE(options->outputs.first().columns, (QStringList{u"status"_s, u"url"_s, u"error_class"_s}));
}

void TestOptions::formatForAnyName()
{
    const auto options = parsed({u"-o"_s, u"results.txt"_s, u"-f"_s, u"jsonl"_s});
    QVERIFY(options);
    QCOMPARE(options->outputs.first().path, u"results.txt"_s);
}

void TestOptions::pipelines()
{
    const QTemporaryDir folder;
    const auto saving = parsed({u"--save-dir"_s, folder.path()});
    QVERIFY(saving);
    QCOMPARE(saving->settings.pipeline->stageNames().last(), u"save"_s);
    const QString path = writeFile(
        folder, u"p.json"_s, R"({"inflight": 1, "name": "n", "stages": [{"stage": "delay", "ms": 5}]})");
    const auto fromFile = parsed({u"-p"_s, path});
    QVERIFY(fromFile);
    QCOMPARE(fromFile->settings.pipeline->stageNames(), (QStringList{u"fetch"_s, u"delay"_s}));
    QCOMPARE(fromFile->pipeline, path);
    QVERIFY(parsed({u"-p"_s, u"inspect"_s}));
}

void TestOptions::pipelineFaultNamesThePlace()
{
    const QTemporaryDir folder;
    const QString path =
        writeFile(folder, u"p.json"_s, R"({"inflight": 1, "name": "n", "stages": [{"stage": "no-such"}]})");
    const QString message = fault({u"-p"_s, path});
    QVERIFY2(message.contains(path) && message.contains(u"$.stages[0].stage"), qPrintable(message));
}

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
