// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace inflight {

/// A real squid on a free port of 127.0.0.1, without a cache; gone with the object.
class SquidProxy
{
    Q_DISABLE_COPY_MOVE(SquidProxy)

public:
    enum class Mode {
        Open,          ///< lets everything through
        Refuses,       ///< nothing
        WantsPassword, ///< what comes with user() and password()
    };

    explicit SquidProxy(Mode mode);
    ~SquidProxy();

    /// False when squid is not there or did not start; error() has its words.
    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] static QString user();
    [[nodiscard]] static QString password();

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_error;
    quint16 m_port = 0;
};

} // namespace inflight
