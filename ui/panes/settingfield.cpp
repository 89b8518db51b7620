// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/settingfield.h"

#include "ui/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace inflight {

SettingField::SettingField(Setting setting, ValueCheck check, QWidget *parent)
    : QWidget(parent)
    , m_setting(std::move(setting))
    , m_check(std::move(check))
    , m_complaint(new QLabel)
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const bool isText = m_setting.kind == Setting::Kind::Value || m_setting.kind == Setting::Kind::File ||
                        m_setting.kind == Setting::Kind::Folder;
    isText ? addText(*column) : addTick(*column);
    m_complaint->setObjectName(u"complaint-"_s + m_setting.flag);
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    column->addWidget(m_complaint);
}

void SettingField::addText(QBoxLayout &column)
{
    m_text = new QLineEdit;
    m_text->setObjectName(u"setting-"_s + m_setting.flag);
    m_text->setAccessibleName(QString(m_setting.label).remove(u'&'));
    m_text->setAccessibleDescription(m_setting.hint);
    m_text->setToolTip(m_setting.hint);
    m_text->setPlaceholderText(m_setting.usual);
    auto *const row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    if (m_setting.kind != Setting::Kind::Value)
        addBrowse(*row);
    column.addLayout(row);
    connect(m_text, &QLineEdit::editingFinished, this, &SettingField::judge);
    setFocusProxy(m_text);
}

void SettingField::addBrowse(QBoxLayout &row)
{
    auto *const browse = new QPushButton(tr("Browse…"));
    browse->setAccessibleName(tr("Browse: %1").arg(m_text->accessibleName()));
    browse->setAutoDefault(false);
    row.addWidget(browse);
    connect(browse, &QPushButton::clicked, this, [this] {
        auto *const dialog = new QFileDialog(this, m_text->accessibleName(), m_text->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(m_setting.kind == Setting::Kind::File ? QFileDialog::ExistingFile
                                                                  : QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
            m_text->setText(path);
            judge();
        });
        dialog->open();
    });
}

void SettingField::addTick(QBoxLayout &column)
{
    m_tick = new QCheckBox(m_setting.label);
    m_tick->setObjectName(u"setting-"_s + m_setting.flag);
    m_tick->setAccessibleDescription(m_setting.hint);
    m_tick->setToolTip(m_setting.hint);
    column.addWidget(m_tick);
    setFocusProxy(m_tick);
    if (m_setting.kind == Setting::Kind::Warned)
        connect(m_tick, &QCheckBox::toggled, this, &SettingField::judge);
}

QString SettingField::value() const
{
    if (m_text)
        return m_text->text().trimmed();
    return m_tick->isChecked() != (m_setting.kind == Setting::Kind::Off) ? u"true"_s : QString();
}

void SettingField::setValue(const QString &value)
{
    if (m_text)
        m_text->setText(value);
    else
        m_tick->setChecked((value == "true"_L1) != (m_setting.kind == Setting::Kind::Off));
    judge();
}

bool SettingField::judge()
{
    const bool warns = m_setting.kind == Setting::Kind::Warned && m_tick->isChecked();
    const QString fault = value().isEmpty() || !m_check ? QString() : m_check(m_setting.flag, value());
    const Theme theme = Theme::of(palette());
    QPalette words = palette();
    words.setColor(QPalette::WindowText, theme.text(fault.isEmpty() ? Tone::Caution : Tone::Bad));
    m_complaint->setPalette(words);
    m_complaint->setText(!fault.isEmpty() ? u"✕ "_s + fault : warns ? u"⚠ "_s + m_setting.hint : QString());
    m_complaint->setVisible(!m_complaint->text().isEmpty());
    if (m_text)
        m_text->setAccessibleDescription(fault.isEmpty() ? m_setting.hint : fault);
    return fault.isEmpty();
}

} // namespace inflight
