// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QTest>

#include "jobs/filter/filterkeywords.h"
#include "pipeline/registry.h"

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

QString defaultText(const QJsonValue &value)
{
    return value.isString() ? u'"' + value.toString() + u'"' : value.toVariant().toString();
}

QString optionLine(const StageOption &option)
{
    QString kind = option.typeText();
    if (option.required)
        kind += u"; required"_s;
    else if (!option.defaultValue.isUndefined())
        kind += u"; `%1` unless given"_s.arg(defaultText(option.defaultValue));
    return u"  - `%1`: %2 (%3)\n"_s.arg(option.name, option.description, kind);
}

QString takesText(const StageKind &kind)
{
    QStringList takes;
    for (const Data data : {Data::Bytes, Data::Text, Data::Values}) {
        if (kind.takes.testFlag(data))
            takes.append(dataText(data));
    }
    return takes.size() == 3 ? u"anything"_s : takes.join(u" or "_s);
}

/// The README's reference of stages, as the registry has it.
QString stageReference()
{
    QString text;
    for (const StageKind &kind : stageKinds()) {
        text += u"- **`%1`** %2. Takes %3.\n"_s.arg(kind.name, kind.description, takesText(kind));
        for (const StageOption &option : kind.options)
            text += optionLine(option);
    }
    text += u"- **Every stage** takes\n"_s;
    for (const StageOption &option : commonOptions())
        text += optionLine(option);
    return text;
}

QString fileText()
{
    QFile file(QStringLiteral(README_FILE));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// What the README says of the stages and the filter is what they are.
class TestReadme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// With INFLIGHT_UPDATE_README set, puts the reference in its place instead.
    void hasEveryStageAndOption()
    {
        const QString begin =
            u"<!-- stages: made by tests/unit/tst_readme with INFLIGHT_UPDATE_README=1 -->\n"_s;
        const QString end = u"<!-- end of stages -->"_s;
        const QString text = fileText();
        const qsizetype from = text.indexOf(begin) + begin.size();
        const qsizetype to = text.indexOf(end);
        QVERIFY(from >= begin.size() && to >= from);
        if (qEnvironmentVariableIsSet("INFLIGHT_UPDATE_README")) {
            QFile file(QStringLiteral(README_FILE));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write((text.first(from) + stageReference() + text.sliced(to)).toUtf8());
            return;
        }
        QCOMPARE(text.sliced(from, to - from), stageReference());
    }

    void hasEveryKeywordOfTheFilter()
    {
        const QString text = fileText();
        for (const FilterKeyword &keyword : filterKeywords())
            QVERIFY2(text.contains(u"| `%1:` |"_s.arg(keyword.name)), qPrintable(keyword.name));
        for (const QString &condition : filterConditions())
            QVERIFY2(text.contains(u'`' + condition + u'`'), qPrintable(condition));
    }
};

QTEST_GUILESS_MAIN(TestReadme)
#include "tst_readme.moc"
