// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/completions.h"
#include "cli/flags.h"
#include "cli/manpage.h"
#include "support/processrun.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// What a shell says to a script; stderr too.
QString outputOf(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    const ProcessRun run = awaitInflight(process);
    return QString::fromUtf8(run.out + run.err);
}

} // namespace

/// The manual page and the completion scripts, which are made from the table of flags.
class TestManual final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFlagIsEverywhere_data();
    void everyFlagIsEverywhere();
    void manualIsRoff();
    void manualIsShown();
    void bashCompletes_data();
    void bashCompletes();
    void otherShellsTakeTheirs_data();
    void otherShellsTakeTheirs();
    void fishCompletes();
    void unknownShell();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QString &text) const;

    QTemporaryDir m_folder;
};

void TestManual::write(const QString &name, const QString &text) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

void TestManual::initTestCase()
{
    write(u"inflight.1"_s, manualPage());
    for (const QString &shell : completionShells())
        write(shell, *completionText(shell));
    write(u"list one.txt"_s, {});
    QVERIFY(QDir(m_folder.path()).mkdir(u"lists"_s));
}

void TestManual::everyFlagIsEverywhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("before");
    QTest::newRow("man") << manualPage().replace(u"\\-"_s, u"-"_s) << u"\\fB--"_s;
    QTest::newRow("bash") << *completionText(u"bash"_s) << u"--"_s;
    QTest::newRow("zsh") << *completionText(u"zsh"_s) << u"--"_s;
    QTest::newRow("fish") << *completionText(u"fish"_s) << u" -l "_s;
}

void TestManual::everyFlagIsEverywhere()
{
    QFETCH(QString, text);
    QFETCH(QString, before);
    for (const FlagGroup &group : flagGroups()) {
        for (const Flag &flag : group.flags) {
            const QString name = before + flag.names.last();
            QVERIFY2(text.contains(QRegularExpression(QRegularExpression::escape(name) + u"\\b"_s)),
                     qPrintable(name));
        }
    }
}

void TestManual::manualIsRoff()
{
    static const QRegularExpression request(u"^\\.(TH|SH|SS|TP|PP|RS|RE|EX|EE)( .*)?$"_s);
    for (const QString &line : manualPage().split(u'\n')) {
        if (line.startsWith(u'.'))
            QVERIFY2(request.match(line).hasMatch(), qPrintable(line));
        QVERIFY2(!line.startsWith(u'\''), qPrintable(line));
    }
    QVERIFY(manualPage().contains(u"\\-H"_s));
}

void TestManual::manualIsShown()
{
    if (QStandardPaths::findExecutable(u"groff"_s).isEmpty())
        QSKIP("groff is not there");
    const QString shown =
        outputOf(u"groff"_s, {u"-man"_s, u"-ww"_s, u"-Tutf8"_s, u"-P-cbou"_s, path(u"inflight.1"_s)}, {});
    QVERIFY2(!shown.contains(u"warning"), qPrintable(shown));
    QVERIFY2(shown.contains(u"--max-per-host N"), qPrintable(shown));
    QVERIFY2(shown.contains(u"'N;' sends it empty"), qPrintable(shown));
    QVERIFY2(shown.contains(u"EXIT STATUS"), qPrintable(shown));
}

void TestManual::bashCompletes_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("completions");
    QTest::newRow("a flag") << u"--max-p"_s << QStringList{u"--max-per-host"_s};
    QTest::newRow("several") << u"--max-re"_s << QStringList{u"--max-redirs"_s};
    QTest::newRow("a pipeline or a file")
        << u"-p i"_s << QStringList{u"inspect"_s, u"images"_s, u"inflight.1"_s};
    QTest::newRow("a stage after =") << u"--describe = nd"_s << QStringList{u"ndjson"_s};
    QTest::newRow("a format of results") << u"-f ju"_s << QStringList{u"junit"_s};
    QTest::newRow("a format of inputs") << u"--input-format js"_s << QStringList{u"json"_s, u"jsonl"_s};
    QTest::newRow("what is run again") << u"--again f"_s << QStringList{u"failed"_s};
    QTest::newRow("nothing yet after =")
        << u"--completion ="_s << QStringList{u"bash"_s, u"zsh"_s, u"fish"_s};
    QTest::newRow("a file") << u"-i list\\ "_s << QStringList{u"list one.txt"_s};
    QTest::newRow("a folder") << u"--save-dir li"_s << QStringList{u"lists"_s};
    QTest::newRow("a number") << u"-j ''"_s << QStringList();
    QTest::newRow("an argument") << u"https://h/ list\\ o"_s << QStringList{u"list one.txt"_s};
}

void TestManual::bashCompletes()
{
    QFETCH(QString, words);
    const QString script = u"source ./bash; COMP_WORDS=(inflight %1); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                           "_inflight; ((${#COMPREPLY[@]} == 0)) || printf '%s\\n' \"${COMPREPLY[@]}\""_s;
    const QString output = outputOf(u"bash"_s, {u"--norc"_s, u"-c"_s, script.arg(words)}, m_folder.path());
    QTEST(output.split(u'\n', Qt::SkipEmptyParts), "completions");
}

void TestManual::otherShellsTakeTheirs_data()
{
    QTest::addColumn<QString>("shell");
    QTest::newRow("bash") << u"bash"_s;
    QTest::newRow("zsh") << u"zsh"_s;
    QTest::newRow("fish") << u"fish"_s;
}

void TestManual::otherShellsTakeTheirs()
{
    QFETCH(QString, shell);
    if (QStandardPaths::findExecutable(shell).isEmpty())
        QSKIP("that shell is not there");
    QCOMPARE(outputOf(shell, {u"-n"_s, path(shell)}, {}), QString());
}

void TestManual::fishCompletes()
{
    if (QStandardPaths::findExecutable(u"fish"_s).isEmpty())
        QSKIP("fish is not there");
    const QString script =
        u"source ./fish; complete -C 'inflight --max-p'; complete -C 'inflight --describe=nd'"_s;
    const QString output = outputOf(u"fish"_s, {u"--no-config"_s, u"-c"_s, script}, m_folder.path());
    QVERIFY2(output.contains(u"--max-per-host\t"_s), qPrintable(output));
    QVERIFY2(output.contains(u"--describe=ndjson\t"_s), qPrintable(output));
}

void TestManual::unknownShell()
{
    QVERIFY(!completionText(u"tcsh"_s));
    const ProcessRun run = runInflight({u"--completion"_s, u"tcsh"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains("--completion: \"tcsh\" is none of the shells bash, zsh, fish"),
             run.err.constData());
    QVERIFY(run.out.isEmpty());
    QCOMPARE(runInflight({u"--man"_s}).out, manualPage().toUtf8());
    QCOMPARE(runInflight({u"--completion"_s, u"fish"_s}).out, completionText(u"fish"_s)->toUtf8());
}

QTEST_GUILESS_MAIN(TestManual)
#include "tst_manual.moc"
