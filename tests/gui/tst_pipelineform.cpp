// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/optionlines.h"
#include "ui/models/shellcommand.h"
#include "ui/models/stagebrief.h"
#include "ui/panes/pipelineoption.h"
#include "ui/panes/pipelinetryout.h"
#include "ui/pipelinecheck.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

const QJsonValue nothing(QJsonValue::Undefined);

template <typename Widget>
Widget *controlOf(const PipelineOption &option)
{
    return qobject_cast<Widget *>(&option.widget());
}

StageOption optionOf(OptionType type)
{
    return StageOption::of(type, "thing"_L1, u"what it is"_s);
}

} // namespace

class TestPipelineForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersMayBeLeftOut()
    {
        QWidget form;
        const PipelineOption *whole =
            PipelineOption::make(StageOption::whole("ms"_L1, u"to wait"_s, 0, 86'400'000'000), &form);
        auto *box = controlOf<QDoubleSpinBox>(*whole);
        QVERIFY(box);
        const QSignalSpy edited(whole, &PipelineOption::edited);
        QCOMPARE(whole->value(), nothing);
        QCOMPARE(box->text(), u"default"_s);
        box->selectAll();
        QTest::keyClicks(box, u"86400000000"_s);
        QCOMPARE(whole->value(), QJsonValue(qint64{86'400'000'000}));
        QVERIFY(edited.size() > 0);
        box->selectAll();
        QTest::keyClick(box, Qt::Key_Delete);
        QCOMPARE(whole->value(), nothing);
        box->selectAll();
        QTest::keyClicks(box, u"-1"_s); // what stands for "left out" cannot be written
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY(whole->value() != QJsonValue(-1));
    }

    void numbersStepFromTheirDefault()
    {
        QWidget form;
        const PipelineOption *whole =
            PipelineOption::make(StageOption::whole("depth"_L1, u"of links"_s, 1, 9, 3), &form);
        auto *box = controlOf<QDoubleSpinBox>(*whole);
        QCOMPARE(box->text(), u"default (3)"_s);
        QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(box->text(), u"3"_s);
        QCOMPARE(whole->value(), nothing); // it is the default
        QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(whole->value(), QJsonValue(4));
    }

    void showsWithoutAnnouncingAnEdit()
    {
        QWidget form;
        PipelineOption *text =
            PipelineOption::make(StageOption::text("path"_L1, u"where to"_s, u"{host}/{name}"_s), &form);
        const QSignalSpy edited(text, &PipelineOption::edited);
        text->show(u"{index}"_s);
        QCOMPARE(edited.size(), 0);
        auto *line = controlOf<QLineEdit>(*text);
        QCOMPARE(line->text(), u"{index}"_s);
        QCOMPARE(line->placeholderText(), u"{host}/{name}"_s);
        line->selectAll();
        QTest::keyClicks(line, u"{host}/{name}"_s);
        QCOMPARE(text->value(), nothing);
        QVERIFY(line->accessibleDescription().contains(u"where to (a text)"_s));
    }

    void anEmptyTextIsNotATextLeftOut()
    {
        QWidget form;
        PipelineOption *text = PipelineOption::make(StageOption::text("items"_L1, u"pointer"_s), &form);
        auto *line = controlOf<QLineEdit>(*text);
        QCOMPARE(text->value(), nothing);
        QTest::keyClicks(line, u"\"\""_s);
        QCOMPARE(text->value(), QJsonValue(u""_s));
        text->show(u"/a"_s);
        text->show(u""_s);
        QCOMPARE(line->text(), u"\"\""_s);
        QCOMPARE(text->value(), QJsonValue(u""_s));
    }

    void flagsAndChoicesAtTheirDefaultsAreNotWritten()
    {
        QWidget form;
        PipelineOption *flag = PipelineOption::make(StageOption::flag("first"_L1, u"one"_s, true), &form);
        flag->show(nothing);
        auto *box = controlOf<QCheckBox>(*flag);
        QVERIFY(box->isChecked());
        QCOMPARE(flag->value(), nothing);
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(flag->value(), QJsonValue(false));

        PipelineOption *choice =
            PipelineOption::make(StageOption::choice("as"_L1, u"form"_s, {u"a"_s, u"b"_s}, u"b"_s), &form);
        choice->show(nothing);
        auto *combo = controlOf<QComboBox>(*choice);
        QCOMPARE(combo->currentText(), u"b"_s);
        QCOMPARE(choice->value(), nothing);
        QTest::keyClick(combo, Qt::Key_Up);
        QCOMPARE(choice->value(), QJsonValue(u"a"_s));

        StageOption any = optionOf(OptionType::Choice);
        any.choices = {u"a"_s};
        const PipelineOption *optional = PipelineOption::make(any, &form);
        QCOMPARE(optional->value(), nothing);
        QTest::keyClick(controlOf<QComboBox>(*optional), Qt::Key_Down);
        QCOMPARE(optional->value(), QJsonValue(u"a"_s));
    }

    void programsKeepTheirLines()
    {
        QWidget form;
        const PipelineOption *program = PipelineOption::make(optionOf(OptionType::Program), &form);
        auto *box = controlOf<QPlainTextEdit>(*program);
        const QFontMetricsF metrics(box->font()); // a variable font does not say that it is fixed
        QCOMPARE(metrics.horizontalAdvance(u"i"_s), metrics.horizontalAdvance(u"M"_s));
        QTest::keyClicks(box, u".a"_s);
        QTest::keyClick(box, Qt::Key_Return);
        QTest::keyClicks(box, u"| .b"_s);
        QCOMPARE(program->value(), QJsonValue(u".a\n| .b"_s));
        box->clear();
        QCOMPARE(program->value(), nothing);
    }

    void whatCannotBeReadIsNoValueOfItsType()
    {
        QWidget form;
        const StageOption option = optionOf(OptionType::JsonMap);
        PipelineOption *map = PipelineOption::make(option, &form);
        auto *box = controlOf<QPlainTextEdit>(*map);
        QTest::keyClicks(box, u"/id: 5"_s);
        QCOMPARE(map->value(), QJsonValue(QJsonObject{{u"/id"_s, 5}}));
        box->setPlainText(u"/id: five"_s);
        QCOMPARE(map->value(), QJsonValue(u"/id: five"_s));
        QVERIFY(option.check(map->value()).has_value());
        map->show(map->value()); // back from another stage
        QCOMPARE(box->toPlainText(), u"/id: five"_s);
    }

    void linesGoThereAndBack_data()
    {
        QTest::addColumn<OptionType>("type");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("lines");
        const auto row = [](const char *name, OptionType type, const QJsonValue &value,
                            const QString &lines) { QTest::newRow(name) << type << value << lines; };
        row("list", OptionType::TextList, QJsonArray{u"-n"_s, u"a b"_s}, u"-n\na b"_s);
        row("empty text", OptionType::TextList, QJsonArray{u""_s, u"x"_s}, u"\"\"\nx"_s);
        row("line break", OptionType::TextList, QJsonArray{u"a\nb"_s}, u"\"a\\nb\""_s);
        row("quotes", OptionType::TextList, QJsonArray{u"\"x\""_s}, u"\"\\\"x\\\"\""_s);
        row("spaces", OptionType::TextList, QJsonArray{u" x "_s}, u"\" x \""_s);
        row("texts", OptionType::TextMap, QJsonObject{{u"A"_s, u"1: 2"_s}, {u"B"_s, u""_s}},
            u"A: 1: 2\nB: \"\""_s);
        row("colon", OptionType::TextMap, QJsonObject{{u"a: b"_s, u"c"_s}}, u"\"a: b\": c"_s);
        row("json", OptionType::JsonMap, QJsonObject{{u"/a"_s, QJsonArray{1, u"x"_s}}, {u"b"_s, u"t"_s}},
            u"/a: [1,\"x\"]\nb: \"t\""_s);
        row("null", OptionType::JsonMap, QJsonObject{{u"a"_s, QJsonValue::Null}}, u"a: null"_s);
    }

    void linesGoThereAndBack()
    {
        QFETCH(const OptionType, type);
        QFETCH(const QJsonValue, value);
        QFETCH(const QString, lines);
        QCOMPARE(linesFromValue(value, type), lines);
        const std::variant<QJsonValue, QString> read = valueFromLines(lines, type);
        QVERIFY2(std::holds_alternative<QJsonValue>(read), qPrintable(lines));
        QCOMPARE(std::get<QJsonValue>(read), value);
    }

    void linesAreRefusedByNumber()
    {
        const auto sentence = [](const QString &lines, OptionType type) {
            const std::variant<QJsonValue, QString> read = valueFromLines(lines, type);
            return std::holds_alternative<QString>(read) ? std::get<QString>(read) : QString();
        };
        QCOMPARE(sentence(u"a: 1\n\nb"_s, OptionType::JsonMap),
                 u"Line 3: “b” has no colon; write “name: value”."_s);
        QCOMPARE(sentence(u"a: x"_s, OptionType::JsonMap),
                 u"Line 1: “x” is not JSON; a text stands in quotation marks."_s);
        QCOMPARE(sentence(u"a: 1, 2"_s, OptionType::JsonMap),
                 u"Line 1: “1, 2” is not JSON; a text stands in quotation marks."_s);
        QCOMPARE(sentence(u"a: x\na: y"_s, OptionType::TextMap), u"Line 2: “a” is here twice."_s);
    }

    void quotesForTheShell_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"https://a.test/x"_s;
        QTest::newRow("empty") << QString();
        QTest::newRow("spaces") << u" a  b\tc\nd "_s;
        QTest::newRow("quotes") << u"it's \"so\" ''"_s;
        QTest::newRow("expansions") << u"$HOME `id` $(id) !! \\n * ? ~ #"_s;
        QTest::newRow("flag") << u"-n"_s;
        QTest::newRow("letters") << u"Grüße 日本"_s;
    }

    void quotesForTheShell()
    {
        QFETCH(const QString, text);
        for (const QString &shell : {u"sh"_s, u"bash"_s}) {
            QProcess process;
            process.start(shell, {u"-c"_s, u"printf '%s' "_s + shellQuoted(text)});
            QVERIFY(process.waitForFinished());
            QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()), text);
        }
    }

    void commandsRepeatThePipelineAndTheLimits()
    {
        CommandParts parts{.pipeline = u"images"_s, .json = {}, .saveDir = {}, .totals = {}};
        QCOMPARE(pipelineCommand(parts), u"inflight -p images"_s);
        parts.pipeline = u"my pipe.json"_s;
        parts.saveDir = u"-out"_s;
        parts.totals.concurrency = 16;
        parts.totals.perHost = 8;
        parts.totals.rate = {5, std::chrono::milliseconds(1000)};
        QCOMPARE(pipelineCommand(parts), u"inflight -p 'my pipe.json' --save-dir ./-out -j 16 --rate 5/s"_s);
    }

    void commandsHoldAPipelineThatIsInNoFile()
    {
        const PipelineDescription description{u"it's  mine"_s,
                                              {{u"delay"_s, {{u"ms"_s, 5}}}, {u"digest"_s, {}}}};
        const QString command =
            pipelineCommand({.pipeline = {}, .json = description.toJson(), .saveDir = {}, .totals = {}});
        QVERIFY(!command.contains(u'\n'));
        QProcess bash;
        bash.start(u"bash"_s, {u"-c"_s, u"inflight() { cat \"$2\"; }; "_s + command});
        QVERIFY(bash.waitForFinished());
        const auto read = readPipeline(bash.readAllStandardOutput());
        QVERIFY(std::holds_alternative<PipelineDescription>(read));
        QCOMPARE(std::get<PipelineDescription>(read), description);
    }

    void stagesAreShownInShort()
    {
        QCOMPARE(stageBrief({u"delay"_s, {{u"ms"_s, 5}, {u"workers"_s, 2}}}), u"delay · ms 5"_s);
        QCOMPARE(stageBrief({u"digest"_s, {{u"workers"_s, 2}}}), u"digest"_s);
        QCOMPARE(stageBrief({u"json"_s, {{u"items"_s, u"/a"_s}}}), u"json · /a"_s);
        QCOMPARE(stageBrief({u"json"_s, {{u"items"_s, u""_s}}}), u"json · items \"\""_s);
        QCOMPARE(stageBrief({u"json"_s, {{u"items"_s, QString(100, u'x')}}}).size(), 67);
        QCOMPARE(stageBrief({u"command"_s, {{u"run"_s, QJsonArray{u"sed"_s, u"s/a/b/"_s}}}}),
                 u"command · sed s/a/b/"_s);
        QCOMPARE(stageBrief({u"nonsense"_s, {{u"a"_s, 1}}}), u"nonsense"_s);
    }

    void checksOnlyTheNewest()
    {
        PipelineCheck check({});
        QList<PipelineVerdict> verdicts;
        connect(&check, &PipelineCheck::checked, this,
                [&verdicts](const PipelineVerdict &verdict) { verdicts.append(verdict); });
        for (int i = 0; i < 50; ++i)
            check.check({QString::number(i), {{u"delay"_s, {{u"ms"_s, i - 49}}}}});
        QTRY_COMPARE(verdicts.size(), 1);
        QCOMPARE(verdicts.at(0).description.name, u"49"_s);
        QVERIFY(verdicts.at(0).pipeline && verdicts.at(0).faults.isEmpty());
        check.check({u"bad"_s, {{u"nonsense"_s, {}}, {u"delay"_s, {}}}});
        QTRY_COMPARE(verdicts.size(), 2);
        QVERIFY(!verdicts.at(1).pipeline);
        QCOMPARE(verdicts.at(1).faults.size(), 2);
    }

    void findsTheFirstStageThatChanged()
    {
        const PipelineDescription one{u"a"_s, {{u"decode"_s, {}}, {u"delay"_s, {{u"ms"_s, 5}}}}};
        PipelineDescription other = one;
        QCOMPARE(firstDifference(one, other), 2);
        other.stages[1].options.insert(u"ms"_s, 6);
        QCOMPARE(firstDifference(one, other), 1);
        other.stages.removeFirst();
        QCOMPARE(firstDifference(one, other), 0);
        QCOMPARE(firstDifference({u"a"_s, {}}, one), 0);
    }

    void aTryOutShowsEachStage()
    {
        PipelineTryOut pane;
        auto *page = pane.findChild<QTextBrowser *>(u"tryOutResult"_s);
        TryOut result;
        result.steps = {{u"fetch"_s, StageState::Done, u"kept"_s, 292, -1, u"{\"a\": <1>}"_s},
                        {u"json"_s, StageState::Done, {}, 9, 2, u"1\n2"_s},
                        {u"jq"_s, StageState::Failed, u"It does not compile."_s, 0, -1, {}},
                        {u"save"_s, StageState::Pending, {}, 0, -1, {}}};
        pane.showResult(result, u"http://user:sesame@a.test/x"_s);
        const QString text = page->toPlainText();
        for (const QString &part : {u"fetch done"_s, u"292 B · kept"_s, u"{\"a\": <1>}"_s, u"2 values, 9 B"_s,
                                    u"jq failed"_s, u"It does not compile."_s, u"save pending"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u'|' + text));
        QVERIFY(!text.contains(u"sesame"_s));
        QVERIFY(!text.contains(u"edited since"_s));
        pane.setOutdated(true);
        QVERIFY(page->toPlainText().contains(u"edited since"_s));
        result.missing = u"It is gone."_s;
        pane.showResult(result, {});
        QCOMPARE(page->toPlainText().trimmed(), u"It is gone."_s);
    }
};

QTEST_MAIN(TestPipelineForm)
#include "tst_pipelineform.moc"
