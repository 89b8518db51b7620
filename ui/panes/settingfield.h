// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settingspages.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QLineEdit;

namespace inflight {

/// Why a flag cannot have a value, as a translated clause; empty: it can.
using ValueCheck = std::function<QString(const QString &flag, const QString &value)>;

/// One setting in the dialog: where it is edited, and below that, in words, what is wrong with it. UI thread.
class SettingField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingField)

public:
    /// `check`: null: anything goes.
    SettingField(Setting setting, ValueCheck check, QWidget *parent = nullptr);

    [[nodiscard]] const QString &flag() const { return m_setting.flag; }
    /// What stands beside it; empty where it has its own words.
    [[nodiscard]] QString label() const { return m_text ? m_setting.label : QString(); }
    /// As in RunDefaults; empty: not set.
    [[nodiscard]] QString value() const;
    void setValue(const QString &value);
    /// Whether the value is possible; says why not.
    bool judge();

private:
    void addText(QBoxLayout &column);
    void addTick(QBoxLayout &column);
    void addBrowse(QBoxLayout &row);

    Setting m_setting;
    ValueCheck m_check;
    QLineEdit *m_text = nullptr;
    QCheckBox *m_tick = nullptr;
    QLabel *m_complaint;
};

} // namespace inflight
