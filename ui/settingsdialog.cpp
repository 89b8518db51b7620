// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settingsdialog.h"

#include "jobs/rundefaults.h"
#include "ui/appearance.h"
#include "ui/batchnotification.h"
#include "ui/settingsfile.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// An empty choice is not written: the system decides.
void store(QSettings &file, const QString &key, const QString &value)
{
    if (value.isEmpty())
        file.remove(key);
    else
        file.setValue(key, value);
}

QComboBox *makeChoice(const QString &name, const QString &accessibleName)
{
    auto *const choice = new QComboBox;
    choice->setObjectName(name);
    choice->setAccessibleName(accessibleName);
    choice->addItem(SettingsDialog::tr("As the system"), QString());
    return choice;
}

} // namespace

SettingsDialog::SettingsDialog(ValueCheck check, QWidget *parent)
    : QDialog(parent)
    , m_pages(new QTabWidget)
    , m_trouble(new QLabel)
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    const QList<SettingsPage> pages = settingsPages();
    for (const SettingsPage &page : pages)
        addPage(page, check);
    addWindowPage();
    m_pages->setUsesScrollButtons(false); // all of them are in sight, in every language
    auto *const note =
        new QLabel(tr("They hold for runs that begin from now on; what is said on the command line or "
                      "in its configuration file wins. What is left empty is as shown in grey."));
    note->setWordWrap(true);
    m_trouble->setObjectName(u"settingsTrouble"_s);
    m_trouble->setWordWrap(true);
    m_trouble->setFrameShape(QFrame::StyledPanel);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel |
                                               QDialogButtonBox::RestoreDefaults);
    QPushButton *const restore = buttons->button(QDialogButtonBox::RestoreDefaults);
    restore->setObjectName(u"restoreDefaults"_s);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"saveSettings"_s);
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(m_pages, 1);
    layout->addWidget(note);
    layout->addWidget(m_trouble);
    layout->addWidget(buttons);
    connect(restore, &QPushButton::clicked, this, &SettingsDialog::restoreDefaults);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void SettingsDialog::addPage(const SettingsPage &page, const ValueCheck &check)
{
    auto *const content = new QWidget;
    auto *const form = new QFormLayout(content);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (const Setting &setting : page.settings) {
        auto *const field = new SettingField(setting, check);
        m_fields.append(field);
        if (field->label().isEmpty()) {
            form->addRow(field);
            continue;
        }
        auto *const label = new QLabel(field->label());
        label->setBuddy(field);
        form->addRow(label, field);
    }
    m_pages->addTab(content, page.title);
}

void SettingsDialog::addWindowPage()
{
    m_appearance = makeChoice(u"setting-appearance"_s, tr("Colours"));
    m_appearance->addItem(tr("Light"), u"light"_s);
    m_appearance->addItem(tr("Dark"), u"dark"_s);
    m_language = makeChoice(u"setting-language"_s, tr("Language"));
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Deutsch"_s, u"de"_s);
    m_language->setToolTip(tr("Holds when the program starts again"));
    m_notify = new QCheckBox(tr("&Say when a batch has ended and nobody looks at the window"));
    m_notify->setObjectName(u"setting-notify"_s);
    auto *const content = new QWidget;
    auto *const form = new QFormLayout(content);
    form->addRow(tr("&Colours"), m_appearance);
    form->addRow(tr("&Language, from the next start on"), m_language);
    form->addRow(m_notify);
    m_pages->addTab(content, tr("Window"));
    setMinimumWidth(84 * fontMetrics().averageCharWidth());
}

void SettingsDialog::open()
{
    if (!isVisible())
        load();
    show();
    raise();
    activateWindow();
}

void SettingsDialog::load()
{
    m_trouble->hide();
    const RunDefaults defaults = loadRunDefaults();
    for (SettingField *const field : std::as_const(m_fields))
        field->setValue(defaults.value(field->flag()));
    const QSettings file(settingsFile(u"settings"_s), QSettings::IniFormat);
    const auto choose = [&file](QComboBox &choice, QAnyStringView key) {
        choice.setCurrentIndex(std::max(0, choice.findData(file.value(key.toString()).toString())));
    };
    choose(*m_appearance, u"appearance"_s);
    choose(*m_language, u"language"_s);
    m_notify->setChecked(wantsNotifications());
}

void SettingsDialog::restoreDefaults()
{
    for (SettingField *const field : std::as_const(m_fields))
        field->setValue({});
    m_appearance->setCurrentIndex(0);
    m_language->setCurrentIndex(0);
    m_notify->setChecked(true);
}

/// Goes to the first one that is not.
bool SettingsDialog::areGood()
{
    SettingField *first = nullptr;
    for (SettingField *const field : std::as_const(m_fields)) {
        if (!field->judge() && !first)
            first = field;
    }
    if (!first)
        return true;
    for (int page = 0; page < m_pages->count(); ++page) {
        if (m_pages->widget(page)->isAncestorOf(first))
            m_pages->setCurrentIndex(page);
    }
    first->setFocus(Qt::OtherFocusReason);
    return false;
}

bool SettingsDialog::saveWindowSettings()
{
    QSettings file(settingsFile(u"settings"_s), QSettings::IniFormat);
    store(file, u"appearance"_s, m_appearance->currentData().toString());
    store(file, u"language"_s, m_language->currentData().toString());
    store(file, u"notify"_s, m_notify->isChecked() ? QString() : u"false"_s);
    file.sync();
    return file.status() == QSettings::NoError;
}

void SettingsDialog::accept()
{
    if (!areGood())
        return;
    const RunDefaults before = loadRunDefaults();
    RunDefaults defaults = before; // what was written by hand and is not here stays
    for (const SettingField *const field : std::as_const(m_fields)) {
        if (field->value().isEmpty())
            defaults.remove(field->flag());
        else
            defaults.insert(field->flag(), field->value());
    }
    if (!saveRunDefaults(defaults) || !saveWindowSettings()) {
        m_trouble->setText(tr("They could not be written. May %1 be written to, and is there room?")
                               .arg(QDir::toNativeSeparators(settingsFile(u"settings"_s))));
        m_trouble->show();
        return;
    }
    setAppearance(appearanceInSettings());
    QDialog::accept();
    Q_EMIT saved(defaults != before);
}

} // namespace inflight
