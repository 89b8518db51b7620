// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "language/language.h"

#include "async/fault.h"
#include "pipeline/wording.h"

#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace inflight;
using namespace Qt::StringLiterals;

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        const QList<QTranslator *> installed = qApp->findChildren<QTranslator *>();
        qDeleteAll(installed);
        QLocale::setDefault(QLocale::system());
    }

    void takesTheBestOfWhatIsWanted_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("language");
        QTest::newRow("none") << QStringList() << u"en"_s;
        QTest::newRow("German") << QStringList{u"de"_s} << u"de"_s;
        QTest::newRow("Austria") << QStringList{u"de-AT"_s, u"de"_s} << u"de"_s;
        QTest::newRow("as the environment has it") << QStringList{u"de_CH"_s} << u"de"_s;
        QTest::newRow("unknown") << QStringList{u"fr-FR"_s, u"fr"_s} << u"en"_s;
        QTest::newRow("unknown, then German") << QStringList{u"fr-FR"_s, u"de-DE"_s} << u"de"_s;
        QTest::newRow("English before German") << QStringList{u"en-GB"_s, u"de-DE"_s} << u"en"_s;
        QTest::newRow("the C locale") << QStringList{u"C"_s} << u"en"_s;
    }

    void takesTheBestOfWhatIsWanted()
    {
        QFETCH(QStringList, wanted);
        QTEST(languageFor(wanted), "language");
    }

    void readsTheSettings()
    {
        const QTemporaryDir config;
        QVERIFY(config.isValid());
        const QByteArray before = qgetenv("XDG_CONFIG_HOME");
        qputenv("XDG_CONFIG_HOME", config.path().toLocal8Bit());
        QCOMPARE(languageInSettings(), QString());
        QVERIFY(QDir(config.path()).mkpath(u"inflight"_s));
        QFile file(config.filePath(u"inflight/settings.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nlanguage=de\n");
        file.close();
        QCOMPARE(languageInSettings(), u"de"_s);
        qputenv("XDG_CONFIG_HOME", before);
    }

    void theLocaleOfProgramsIsEnglish_data()
    {
        QTest::addColumn<QByteArray>("locale");
        QTest::addColumn<QString>("said");
        QTest::newRow("C") << "C"_ba << u"paused"_s;
        QTest::newRow("POSIX") << "POSIX"_ba << u"paused"_s;
        QTest::newRow("C.UTF-8") << "C.UTF-8"_ba << u"paused"_s;
        QTest::newRow("a person's") << "en_GB.UTF-8"_ba << u"pausiert"_s;
    }

    /// Whatever LANGUAGE says.
    void theLocaleOfProgramsIsEnglish()
    {
        QFETCH(QByteArray, locale);
        const QByteArray allBefore = qgetenv("LC_ALL");
        const QByteArray languageBefore = qgetenv("LANGUAGE");
        qputenv("LC_ALL", locale);
        qputenv("LANGUAGE", "de");
        speak(*qApp, languageInTerminal());
        const QString said = QCoreApplication::translate("inflight::WaitingReason", "paused");
        qputenv("LC_ALL", allBefore);
        qputenv("LANGUAGE", languageBefore);
        QTEST(said, "said");
    }

    void speaksGerman()
    {
        speak(*qApp, u"de"_s);
        QCOMPARE(QCoreApplication::translate("inflight::WaitingReason", "paused"), u"pausiert"_s);
        QCOMPARE(QLocale().toString(1234.5, 'f', 1), u"1.234,5"_s);
        QCOMPARE(rowsText(1), u"1 Zeile"_s);
        QCOMPARE(rowsText(2000), u"2.000 Zeilen"_s);
        QCOMPARE(faultClassName(FaultClass::HttpStatus), u"http.status"_s);
    }

    void lendsQtItsCatalogue()
    {
        const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
        if (!QFile::exists(folder + u"/qtbase_de.qm"_s))
            QSKIP("This system has no translations of Qt.");
        speak(*qApp, u"de"_s);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Abbrechen"_s);
    }

    void hasPluralsInEnglish()
    {
        speak(*qApp, u"en"_s);
        const auto redirects = [](int count) {
            return QCoreApplication::translate(
                "inflight::StatusFault",
                "Gave up after %n redirect(s): the chain is longer than --max-redirs, or a loop.", nullptr,
                count);
        };
        QVERIFY2(redirects(1).contains(u"1 redirect:"_s), qPrintable(redirects(1)));
        QVERIFY2(redirects(10).contains(u"10 redirects:"_s), qPrintable(redirects(10)));
    }

    void speaksWhatTheSystemDoes()
    {
        // The tests run in the C locale.
        speak(*qApp, {});
        QCOMPARE(QCoreApplication::translate("inflight::WaitingReason", "paused"), u"paused"_s);
        QCOMPARE(QLocale().toString(1234.5, 'f', 1), QLocale::system().toString(1234.5, 'f', 1));
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
