// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/configfile.h"
#include "cli/options.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// Everything a text gives, as arguments; the fault's message instead when there is one.
QStringList argumentsOf(const QByteArray &text)
{
    const auto parsed = parseConfig(text, u"f"_s);
    if (const auto *const fault = std::get_if<UsageFault>(&parsed))
        return {fault->message};
    QStringList arguments;
    for (const ConfigEntry &entry : std::get<QList<ConfigEntry>>(parsed))
        arguments.append(entry.argument());
    return arguments;
}

} // namespace

/// Configuration files: their grammar, and how they and the command line go together.
class TestConfigFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void grammar_data();
    void grammar();
    void refuses_data();
    void refuses();
    void commandLineWins();
    void listsAddUp();
    void headersOfTheSameNameAreReplaced();
    void sessionFlagsExcludeTheFiles();
    void badValueHasItsLine();
    void flagsOfAFileGoTogether();
    void severalFiles();
    void missingFile();
    void defaultFile();
    void earlierRunWinsOverTheDefaultFile();
    void informationReadsNoFile();

private:
    QString write(const QString &name, const QByteArray &text);
    /// Nothing, with a warning, when they are refused.
    static std::optional<Options> parsed(const QStringList &flags, const QStringList &earlier = {});
    static QString fault(const QStringList &flags);

    QTemporaryDir m_folder;
};

void TestConfigFile::initTestCase()
{
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder.path()));
    QVERIFY(QDir(m_folder.path()).mkpath(u"inflight"_s));
}

void TestConfigFile::cleanup()
{
    QFile::remove(defaultConfigPath());
}

QString TestConfigFile::write(const QString &name, const QByteArray &text)
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

std::optional<Options> TestConfigFile::parsed(const QStringList &flags, const QStringList &earlier)
{
    auto result = parseOptions(QStringList{u"inflight"_s} + flags, earlier);
    if (const auto *found = std::get_if<UsageFault>(&result)) {
        qWarning() << "refused:" << found->message;
        return std::nullopt;
    }
    return std::get<Options>(std::move(result));
}

QString TestConfigFile::fault(const QStringList &flags)
{
    const auto result = parseOptions(QStringList{u"inflight"_s} + flags);
    const auto *found = std::get_if<UsageFault>(&result);
    return found ? found->message : QString();
}

void TestConfigFile::grammar_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const QByteArray &text, const QStringList &arguments) {
        QTest::newRow(text.constData()) << text << arguments;
    };
    row("", {});
    row("# nothing\n\n  \t\r\n", {});
    row("jobs = 8", {u"--jobs=8"_s});
    row("jobs=8\r\n", {u"--jobs=8"_s});
    row("\tjobs 8", {u"--jobs=8"_s});
    row("--jobs = 8", {u"--jobs=8"_s});
    row("j = 8", {u"--jobs=8"_s});
    row("no-progress\nquiet = true", {u"--no-progress"_s, u"--quiet"_s});
    row("header = A: b # c", {u"--header=A: b # c"_s});
    row("header = A: b\nH = C: =d=", {u"--header=A: b"_s, u"--header=C: =d="_s});
    row("data = \" a\\n\\\"b\\\"\\\\ \"", {u"--data= a\n\"b\"\\ "_s});
    row("proxy = \"\"", {u"--proxy="_s});
    row("proxy =", {u"--proxy="_s});
    row("user-agent = Ä/1", {u"--user-agent=Ä/1"_s});
    row("\xEF\xBB\xBFjobs = 8", {u"--jobs=8"_s});
}

void TestConfigFile::grammar()
{
    QFETCH(QByteArray, text);
    QTEST(argumentsOf(text), "arguments");
}

void TestConfigFile::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const QByteArray &text, const QString &message) {
        QTest::newRow(text.constData()) << text << message;
    };
    row("# x\njobbs = 8", u"f:2: \"jobbs\" is no flag of this version; --help lists them"_s);
    row("= 8", u"f:1: \"\" is no flag of this version; --help lists them"_s);
    row("jobs", u"f:1: jobs needs a value, as in 'jobs = N'"_s);
    row("quiet = maybe", u"f:1: quiet takes no value but true"_s);
    row("jobs = 8\n\nj = 9", u"f:3: jobs is there already, in line 1"_s);
    row("config = other", u"f:1: config belongs on the command line"_s);
    row("help", u"f:1: help belongs on the command line"_s);
    row("data = \"open",
        u"f:1: a value in quotes ends with a quote and nothing after it; inside, \\\" \\\\ \\n \\r and \\t are escapes"_s);
    row("data = \"a\" b",
        u"f:1: a value in quotes ends with a quote and nothing after it; inside, \\\" \\\\ \\n \\r and \\t are escapes"_s);
    row("jobs = 8\n\xff\xfe", u"f:2: this is not text in UTF-8"_s);
    row("https://example.org/",
        u"f:1: \"https://example.org/\" is no flag of this version; --help lists them"_s);
}

void TestConfigFile::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    QCOMPARE(argumentsOf(text), QStringList{message});
}

void TestConfigFile::commandLineWins()
{
    const QString file = write(u"c"_s, "jobs = 5\nmax-per-host = 3\nheadless\n");
    const auto options = parsed({u"-j"_s, u"9"_s, u"--config"_s, file, u"http://h/"_s});
    QVERIFY(options);
    QVERIFY(options->headless);
    QCOMPARE(options->settings.concurrency, 9);
    QCOMPARE(options->settings.perHost, 3);
    QCOMPARE(options->positionals, QStringList{u"http://h/"_s});
}

void TestConfigFile::listsAddUp()
{
    const QString file = write(u"c"_s, "input = a\ninput = b\ndata = x\n");
    const auto options = parsed({u"-i"_s, u"c"_s, u"-d"_s, u"y"_s, u"--config"_s, file});
    QVERIFY(options);
    QCOMPARE(options->inputs, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(options->request->body, "x&y"_ba);
}

void TestConfigFile::headersOfTheSameNameAreReplaced()
{
    const QString file = write(u"c"_s, "header = X-One: 1\nheader = X-Two: 2\n");
    const auto options = parsed({u"-H"_s, u"x-one: 3"_s, u"--config"_s, file});
    QVERIFY(options);
    QCOMPARE(options->request->headers, (HeaderList{{"X-Two"_ba, "2"_ba}, {"x-one"_ba, "3"_ba}}));
}

void TestConfigFile::sessionFlagsExcludeTheFiles()
{
    const QString file = write(u"c"_s, "no-session\n");
    const auto options = parsed({u"--session"_s, u"new.inflight"_s, u"--config"_s, file});
    QVERIFY(options);
    QVERIFY(!options->noSession);
    QCOMPARE(options->session, u"new.inflight"_s);
}

void TestConfigFile::badValueHasItsLine()
{
    const QString file = write(u"c"_s, "header = X: y\n# no number\njobs = many\nheader = no colon\n");
    QCOMPARE(fault({u"--config"_s, file}),
             QString(file + u":3: --jobs: \"many\" is not a whole number from 1 to 4096"_s));
    // The command line's own faults are not the file's.
    const QString good = write(u"d"_s, "jobs = 5\n");
    QVERIFY(fault({u"--config"_s, good, u"-j"_s, u"many"_s}).startsWith(u"--jobs: \"many\""_s));
}

void TestConfigFile::flagsOfAFileGoTogether()
{
    // Alone, the first of these is refused: its suffix names no format.
    const QString file = write(u"c"_s, "output = results.txt\nformat = jsonl\n");
    QVERIFY(parsed({u"--config"_s, file}));
    const QString other = write(u"d"_s, "output = results.txt\n");
    QVERIFY(parsed({u"--config"_s, other, u"-f"_s, u"jsonl"_s}));
    QVERIFY(fault({u"--config"_s, other}).startsWith(QString(other + u":1: --output: "_s)));
}

void TestConfigFile::severalFiles()
{
    const auto options = parsed({u"--config"_s, write(u"c"_s, "jobs = 5\nmax-per-host = 3\n"), u"--config"_s,
                                 write(u"d"_s, "jobs = 6")});
    QVERIFY(options);
    QCOMPARE(options->settings.concurrency, 6);
    QCOMPARE(options->settings.perHost, 3);
}

void TestConfigFile::missingFile()
{
    QVERIFY(
        fault({u"--config"_s, u"/nonexistent"_s}).startsWith(u"--config: \"/nonexistent\" cannot be read"_s));
    QCOMPARE(fault({u"--config"_s, u"/"_s}), u"--config: \"/\" is a folder"_s);
    QVERIFY(fault({u"--config="_s}).startsWith(u"--config: "_s));
}

void TestConfigFile::defaultFile()
{
    QCOMPARE(parsed({})->settings.concurrency, 64);
    const QString path = write(u"inflight/config"_s, "jobs = 5\n");
    QCOMPARE(path, defaultConfigPath());
    QCOMPARE(parsed({})->settings.concurrency, 5);
    // A file that is asked for stands in its place.
    QCOMPARE(parsed({u"--config"_s, u"/dev/null"_s})->settings.concurrency, 64);
}

void TestConfigFile::earlierRunWinsOverTheDefaultFile()
{
    QVERIFY(!write(u"inflight/config"_s, "jobs = 5\nmax-per-host = 2\n").isEmpty());
    const auto resumed = parsed({}, {u"--jobs=7"_s});
    QCOMPARE(resumed->settings.concurrency, 7);
    QCOMPARE(resumed->settings.perHost, 2);
    QCOMPARE(parsed({u"--config"_s, write(u"c"_s, "jobs = 6")}, {u"--jobs=7"_s})->settings.concurrency, 6);
}

void TestConfigFile::informationReadsNoFile()
{
    QVERIFY(!write(u"inflight/config"_s, "nonsense").isEmpty());
    QVERIFY(fault({}).contains(u"config:1: \"nonsense\" is no flag"_s));
    QVERIFY(fault({u"--help"_s}).isNull());
}

QTEST_GUILESS_MAIN(TestConfigFile)
#include "tst_configfile.moc"
