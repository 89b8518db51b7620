// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panes/settingfield.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QTabWidget;

namespace inflight {

/// The defaults of runs and what the window is like, in $XDG_CONFIG_HOME/inflight/settings.ini. Not modal. UI
/// thread.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    SettingsDialog(ValueCheck check, QWidget *parent);

    /// Shows what is set.
    void open() override;

Q_SIGNALS:
    /// They were written. `defaultsChanged`: some that runs begin with.
    void saved(bool defaultsChanged);

private:
    void addPage(const SettingsPage &page, const ValueCheck &check);
    void addWindowPage();
    void load();
    void restoreDefaults();
    void accept() override;
    [[nodiscard]] bool areGood();
    /// Of what is not a default of runs; false: it could not be written.
    bool saveWindowSettings();

    QTabWidget *m_pages;
    QLabel *m_trouble;
    QList<SettingField *> m_fields;
    QComboBox *m_appearance = nullptr;
    QComboBox *m_language = nullptr;
    QCheckBox *m_notify = nullptr;
};

} // namespace inflight
