// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"
#include "language/language.h"

#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QTemporaryDir>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// The letter behind the & in `text`; nothing where there is none.
QString mnemonic(const QString &text)
{
    const QKeySequence sequence = QKeySequence::mnemonic(text);
    return sequence.isEmpty() ? QString() : sequence.toString();
}

/// What two of `texts` can be reached by.
QStringList twice(const QStringList &texts)
{
    QHash<QString, QString> seen;
    QStringList clashes;
    for (const QString &text : texts) {
        const QString letter = mnemonic(text);
        if (!letter.isEmpty() && seen.contains(letter))
            clashes.append(seen.value(letter) + u" / "_s + text);
        seen.insert(letter, text);
    }
    return clashes;
}

QStringList textsOf(const QWidget &widget)
{
    QStringList texts;
    for (const QAction *action : widget.actions()) {
        if (action->isVisible())
            texts.append(action->text());
    }
    return texts;
}

} // namespace

class TestGerman : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_config.isValid());
        qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
    }

    void cleanup()
    {
        const QList<QTranslator *> installed = qApp->findChildren<QTranslator *>();
        qDeleteAll(installed);
        QLocale::setDefault(QLocale::system());
    }

    void saysItInGerman()
    {
        speak(*qApp, u"de"_s);
        Story story;
        QCOMPARE(story.find<QPushButton>(u"fetch"_s)->text(), u"Abruf&en"_s);
        QCOMPARE(story.find<QPushButton>(u"fetch"_s)->accessibleName(), u"Abrufen"_s);
        QCOMPARE(story.find<QDockWidget>(u"details"_s)->windowTitle(), u"Einzelheiten"_s);
        QCOMPARE(story.view()->model()->headerData(JobModel::State, Qt::Horizontal).toString(), u"Zustand"_s);
        story.fetch({u"/a"_s, u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), (QStringList{u"Erfolgreich"_s, u"Fehlgeschlagen"_s}),
                                  patience);
    }

    void keepsWhatProgramsRead()
    {
        speak(*qApp, u"de"_s);
        Story story;
        story.fetch({u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), QStringList{u"Fehlgeschlagen"_s}, patience);
        story.find<QLineEdit>(u"filter"_s)->setText(u"is:failed error:http.status"_s);
        story.view()->selectRow(0);
        QTRY_VERIFY(story.page(u"detailsOverview"_s).contains(u"Der Server antwortete 404"_s));
        QTRY_COMPARE(story.view()->model()->rowCount(), 1);
    }

    void hasMnemonicsThatDoNotClash_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("German") << u"de"_s;
    }

    void hasMnemonicsThatDoNotClash()
    {
        QFETCH(QString, language);
        speak(*qApp, language);
        const Story story;
        const QList<QMenu *> menus = story.window.findChildren<QMenu *>();
        QVERIFY(!menus.isEmpty());
        for (const QMenu *menu : menus)
            QCOMPARE(twice(textsOf(*menu)), QStringList());
        QStringList texts = textsOf(*story.window.menuBar());
        for (const QPushButton *button : story.window.centralWidget()->findChildren<QPushButton *>())
            texts.append(button->isVisible() ? button->text() : QString());
        for (const QLabel *label : story.window.centralWidget()->findChildren<QLabel *>())
            texts.append(label->buddy() && label->isVisible() ? label->text() : QString());
        QCOMPARE(twice(texts), QStringList());
    }

private:
    QTemporaryDir m_config;
};

QTEST_MAIN(TestGerman)
#include "tst_german.moc"
