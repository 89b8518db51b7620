// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/flags.h"
#include "cli/options.h"
#include "gui/windowstory.h"
#include "jobs/rundefaults.h"
#include "ui/models/shellcommand.h"
#include "ui/settingsdialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

struct Dialog
{
    Dialog()
    {
        dialog.open();
        dialog.activateWindow();
        isShown = QTest::qWaitForWindowActive(&dialog);
    }

    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return dialog.findChild<Widget *>(name);
    }
    void type(const QString &flag, const QString &text) const
    {
        find<QLineEdit>(u"setting-"_s + flag)->setText(text);
    }
    void tick(const QString &flag) const { find<QCheckBox>(u"setting-"_s + flag)->click(); }
    void press(const QString &button) const { find<QPushButton>(button)->click(); }
    [[nodiscard]] QString complaint(const QString &flag) const
    {
        return find<QLabel>(u"complaint-"_s + flag)->text();
    }

    SettingsDialog dialog{valueFault, nullptr};
    QSignalSpy saved{&dialog, &SettingsDialog::saved};
    bool isShown = false;
};

Options parsed(const QStringList &arguments)
{
    const auto options = parseOptions(QStringList{u"inflight"_s} + arguments);
    return std::holds_alternative<Options>(options) ? std::get<Options>(options) : Options{};
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_config = std::make_unique<QTemporaryDir>();
        QVERIFY(m_config->isValid());
        qputenv("XDG_CONFIG_HOME", m_config->path().toLocal8Bit());
    }

    void everySettingIsAFlag()
    {
        int settings = 0;
        const QList<SettingsPage> pages = settingsPages();
        for (const SettingsPage &page : pages) {
            for (const Setting &setting : page.settings) {
                ++settings;
                const auto flag = flagNamed(setting.flag);
                QVERIFY2(flag, qPrintable(setting.flag));
                const bool isText = setting.kind == Setting::Kind::Value ||
                                    setting.kind == Setting::Kind::File ||
                                    setting.kind == Setting::Kind::Folder;
                QCOMPARE(flag->value.isEmpty(), !isText);
            }
        }
        QVERIFY(settings > 20);
    }

    void everyFlagOfTheSettingsIsThere()
    {
        QStringList missing;
        const QList<FlagGroup> groups = runFlagGroups();
        const QList<SettingsPage> pages = settingsPages();
        for (const FlagGroup &group : groups) {
            for (const Flag &flag : group.flags) {
                const bool isThere = std::ranges::any_of(pages, [&flag](const SettingsPage &page) {
                    return std::ranges::any_of(page.settings, [&flag](const Setting &setting) {
                        return setting.flag == flag.names.last();
                    });
                });
                if (!isThere)
                    missing.append(flag.names.last());
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    }

    void whatIsSetHoldsInWindowsAndTheCommandLineWins()
    {
        {
            const Dialog dialog;
            dialog.type(u"jobs"_s, u"16"_s);
            dialog.type(u"rate"_s, u"5/s"_s);
            dialog.type(u"accept"_s, u"200..=299,304"_s);
            dialog.tick(u"no-adaptive"_s);
            dialog.press(u"saveSettings"_s);
            QCOMPARE(dialog.saved.size(), 1);
            QCOMPARE(dialog.saved.first().first().toBool(), true);
        }
        const QString stored = m_config->filePath(u"inflight/settings.ini"_s);
        QVERIFY(QFile::exists(stored));
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                                QFileDevice::WriteOther;
        QCOMPARE(QFile::permissions(stored) & others, QFileDevice::Permissions());
        QCOMPARE(parsed({}).settings.concurrency, 16);
        QVERIFY(parsed({}).settings.rate.isLimited());
        QVERIFY(parsed({}).settings.accept.contains(304));
        QVERIFY(!parsed({}).settings.adaptive);
        QCOMPARE(parsed({u"-j"_s, u"3"_s}).settings.concurrency, 3);
        // A script does not depend on what somebody clicked.
        QCOMPARE(parsed({u"--headless"_s}).settings.concurrency, 64);
        // What is shown next time is what was set.
        const Dialog again;
        QCOMPARE(again.find<QLineEdit>(u"setting-jobs"_s)->text(), u"16"_s);
        QVERIFY(!again.find<QCheckBox>(u"setting-no-adaptive"_s)->isChecked());
        QCOMPARE(again.find<QLineEdit>(u"setting-accept"_s)->text(), u"200..=299,304"_s);
    }

    void sameAgainIsNoChange()
    {
        const Dialog dialog;
        dialog.press(u"saveSettings"_s);
        QCOMPARE(dialog.saved.size(), 1);
        QCOMPARE(dialog.saved.first().first().toBool(), false);
    }

    void badValuesAreSaidBesideTheField()
    {
        const Dialog dialog;
        dialog.type(u"rate"_s, u"fast"_s);
        dialog.type(u"cacert"_s, u"/no/such/file"_s);
        dialog.press(u"saveSettings"_s);
        QVERIFY(dialog.dialog.isVisible());
        QCOMPARE(dialog.saved.size(), 0);
        QVERIFY2(dialog.complaint(u"rate"_s).contains(u"\"fast\" is not a rate"_s),
                 qPrintable(dialog.complaint(u"rate"_s)));
        QVERIFY(!dialog.complaint(u"rate"_s).contains(u"--rate"_s));
        QVERIFY(!dialog.complaint(u"cacert"_s).isEmpty());
        QVERIFY(dialog.complaint(u"jobs"_s).isEmpty());
        QVERIFY(loadRunDefaults().isEmpty());
    }

    void warnsOfWhatIsDangerous()
    {
        const Dialog dialog;
        QVERIFY(dialog.complaint(u"insecure"_s).isEmpty());
        dialog.tick(u"insecure"_s);
        QVERIFY(dialog.complaint(u"insecure"_s).contains(u"could read or change"_s));
        dialog.press(u"saveSettings"_s);
        QVERIFY(parsed({}).settings.transport.insecure);
    }

    void defaultsComeBack()
    {
        saveRunDefaults({{u"jobs"_s, u"7"_s}, {u"insecure"_s, u"true"_s}});
        const Dialog dialog;
        QCOMPARE(dialog.find<QLineEdit>(u"setting-jobs"_s)->text(), u"7"_s);
        dialog.press(u"restoreDefaults"_s);
        QCOMPARE(dialog.find<QLineEdit>(u"setting-jobs"_s)->text(), QString());
        dialog.press(u"saveSettings"_s);
        QVERIFY(loadRunDefaults().isEmpty());
        QCOMPARE(parsed({}).settings.concurrency, 64);
    }

    void brokenOnesAreAsIfNotSet()
    {
        saveRunDefaults({{u"jobs"_s, u"many"_s},
                         {u"retry"_s, u"9"_s},
                         {u"no-such-flag"_s, u"1"_s},
                         {u"insecure"_s, u"false"_s}});
        QCOMPARE(parsed({}).settings.concurrency, 64);
        QVERIFY(!parsed({}).settings.transport.insecure);
        QCOMPARE(parsed({}).settings.retry.retries, 9);
    }

    void whatCannotBeWrittenIsSaid()
    {
        // Where its folder would be is a file.
        QDir(m_config->filePath(u"inflight"_s)).removeRecursively();
        QFile inTheWay(m_config->filePath(u"inflight"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const Dialog dialog;
        dialog.type(u"jobs"_s, u"7"_s);
        dialog.press(u"saveSettings"_s);
        QVERIFY(dialog.dialog.isVisible());
        QVERIFY(dialog.saved.isEmpty());
        QVERIFY(dialog.find<QLabel>(u"settingsTrouble"_s)->isVisible());
        QVERIFY(inTheWay.remove());
        dialog.press(u"saveSettings"_s);
        QVERIFY(!dialog.dialog.isVisible());
        QCOMPARE(dialog.saved.size(), 1);
    }

    void theWindowHasSettingsToo()
    {
        const Dialog dialog;
        auto *const language = dialog.find<QComboBox>(u"setting-language"_s);
        language->setCurrentIndex(language->findData(u"de"_s));
        auto *const colours = dialog.find<QComboBox>(u"setting-appearance"_s);
        colours->setCurrentIndex(colours->findData(u"dark"_s));
        dialog.tick(u"notify"_s);
        dialog.press(u"saveSettings"_s);
        const QSettings file(m_config->filePath(u"inflight/settings.ini"_s), QSettings::IniFormat);
        QCOMPARE(file.value(u"language"_s).toString(), u"de"_s);
        QCOMPARE(file.value(u"appearance"_s).toString(), u"dark"_s);
        QCOMPARE(file.value(u"notify"_s).toBool(), false);
    }

    void opensByKeyAndHasNames()
    {
        Story story;
        QVERIFY(story.started);
        QTest::keyClick(&story.window, Qt::Key_Comma, Qt::ControlModifier);
        auto *const dialog = story.find<QDialog>(u"settingsDialog"_s);
        QVERIFY(dialog->isVisible());
        QVERIFY(!dialog->isModal());
        const QList<QLineEdit *> fields = dialog->findChildren<QLineEdit *>();
        for (const QLineEdit *const field : fields)
            QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
        dialog->close();
    }

    void theCommandSaysThem()
    {
        saveRunDefaults({{u"retry"_s, u"9"_s}, {u"user-agent"_s, u"me too"_s}});
        const CommandParts parts{.pipeline = u"inspect"_s,
                                 .json = {},
                                 .saveDir = {},
                                 .totals = {},
                                 .flags = commandFlags(parsed({u"-j"_s, u"3"_s}))};
        QCOMPARE(pipelineCommand(parts), u"inflight -p inspect --retry=9 '--user-agent=me too'"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_config;
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
