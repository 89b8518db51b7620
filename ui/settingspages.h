// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace inflight {

/// A default of runs that a person can set: one flag.
struct Setting
{
    enum class Kind : quint8 {
        Value,  ///< empty: not set
        File,   ///< the same, of a file that is there
        Folder, ///< the same
        On,     ///< ticked: the flag is given
        Off,    ///< ticked: it is not
        Warned, ///< On, with the hint as a warning in sight
    };

    Kind kind = Kind::Value;
    QString flag;  ///< without dashes
    QString label; ///< with a mnemonic
    QString hint;  ///< what it does, and what values are like
    QString usual; ///< what holds when nothing is set
};

struct SettingsPage
{
    QString title;
    QList<Setting> settings;
};

/// Those of the settings dialog that are flags, in its order; translated.
[[nodiscard]] QList<SettingsPage> settingsPages();

} // namespace inflight
