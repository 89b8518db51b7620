// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The catalogues are whole: every text of the source is in them, finished, with its placeholders and its
// mnemonic.

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList forms;
    bool finished = true;
    bool numerus = false;

    [[nodiscard]] QString name() const { return context + u": "_s + source; }
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{.context = context, .source = {}, .forms = {}};
    message.numerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.finished = !xml.attributes().hasAttribute("type"_L1);
            if (!message.numerus) {
                message.forms.append(xml.readElementText());
                continue;
            }
            while (xml.readNextStartElement())
                message.forms.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> readCatalogue(const QString &path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages.append(readMessage(xml, context));
    }
    return messages;
}

QStringList found(const QRegularExpression &pattern, const QString &text)
{
    QStringList all;
    for (auto at = pattern.globalMatch(text); at.hasNext();)
        all.append(at.next().captured());
    std::ranges::sort(all);
    return all;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?\\d+|%L?n"_s);
    return found(pattern, text);
}

qsizetype mnemonics(const QString &text)
{
    static const QRegularExpression pattern(u"&\\w"_s, QRegularExpression::UseUnicodePropertiesOption);
    return found(pattern, text).size();
}

QString catalogue(const QString &language)
{
    return QStringLiteral(CATALOGUES) + u"/inflight_"_s + language + u".ts"_s;
}

/// What lupdate finds in the source, in a catalogue of its own that begins as the one in the repository.
QString updated(const QString &language, const QTemporaryDir &folder)
{
    const QString path = folder.filePath(u"inflight_%1.ts"_s.arg(language));
    QFile::copy(catalogue(language), path);
    QStringList arguments{u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-I"_s,  u"."_s, u"-I"_s,
                          u"app"_s,          u"app"_s,        u"ui"_s,   u"-ts"_s, path};
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(SOURCE_FOLDER));
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(QStringLiteral(LUPDATE), arguments);
    lupdate.waitForFinished(120'000);
    return lupdate.exitStatus() == QProcess::NormalExit && lupdate.exitCode() == 0
               ? QString::fromLocal8Bit(lupdate.readAll())
               : u"lupdate failed: "_s + lupdate.errorString();
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFinished_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << u"de"_s;
        QTest::newRow("English plurals") << u"en"_s;
    }

    void isFinished()
    {
        QFETCH(QString, language);
        const QList<Message> messages = readCatalogue(catalogue(language));
        QVERIFY(!messages.isEmpty());
        for (const Message &message : messages) {
            QVERIFY2(message.finished, qPrintable(message.name()));
            QCOMPARE(message.forms.size(), message.numerus ? 2 : 1);
            QVERIFY2(!message.forms.contains(QString()), qPrintable(message.name()));
        }
    }

    void keepsPlaceholdersAndMnemonics_data() { isFinished_data(); }

    void keepsPlaceholdersAndMnemonics()
    {
        QFETCH(QString, language);
        const QList<Message> messages = readCatalogue(catalogue(language));
        for (const Message &message : messages) {
            for (const QString &form : message.forms) {
                QVERIFY2(placeholders(form) == placeholders(message.source), qPrintable(message.name()));
                QVERIFY2(mnemonics(form) == mnemonics(message.source), qPrintable(message.name()));
                QVERIFY2(form.count(u'\n') == message.source.count(u'\n'), qPrintable(message.name()));
                QVERIFY2(form.front().isSpace() == message.source.front().isSpace() &&
                             form.back().isSpace() == message.source.back().isSpace(),
                         qPrintable(message.name()));
            }
        }
    }

    void hasEveryTextOfTheSource()
    {
        const QTemporaryDir folder;
        QVERIFY(folder.isValid());
        const QString said = updated(u"de"_s, folder);
        // A text in a context that nobody asks for at run time would stay English.
        QVERIFY2(!said.contains("lacks Q_OBJECT"_L1) && !said.contains("Qualifying with unknown"_L1) &&
                     !said.contains("failed"_L1),
                 qPrintable(said));
        const auto names = [](const QList<Message> &messages) {
            QStringList all;
            for (const Message &message : messages)
                all.append(message.name());
            return all;
        };
        const QStringList inSource = names(readCatalogue(folder.filePath(u"inflight_de.ts"_s)));
        const QStringList translated = names(readCatalogue(catalogue(u"de"_s)));
        for (const QString &name : inSource)
            QVERIFY2(translated.contains(name), qPrintable(u"Not in inflight_de.ts: "_s + name));
        for (const QString &name : translated)
            QVERIFY2(inSource.contains(name), qPrintable(u"No longer in the source: "_s + name));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
