// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace inflight {

/// One place that bytes go to. A file is written beside its name as NAME.part and takes its name, over what
/// stood there, only when it is complete; stdout ("-"), devices and pipes are written as they are. Errors are
/// translated sentences that name the place. Used by one thread at a time; writing may block.
class OutputFile
{
    Q_DISABLE_COPY_MOVE(OutputFile)

public:
    explicit OutputFile(QString path)
        : m_path(std::move(path))
    {}
    /// Leaves an uncommitted .part where it is.
    ~OutputFile();

    [[nodiscard]] std::optional<QString> open();
    /// Whether it goes to where somebody may be reading along.
    [[nodiscard]] bool isDirect() const { return m_partPath.isEmpty(); }
    /// Keeps up to 256 KiB back; flush() gives them to the system.
    [[nodiscard]] std::optional<QString> write(QByteArrayView bytes);
    [[nodiscard]] std::optional<QString> flush();
    /// Flushes, and gives a file its name. Nothing may be written afterwards.
    [[nodiscard]] std::optional<QString> commit();
    /// Removes what was not committed. Nothing may be written afterwards.
    void discard();
    /// Where bytes are until commit(), for whoever writes them there by other means; empty when it is direct.
    [[nodiscard]] const QString &partPath() const { return m_partPath; }

private:
    [[nodiscard]] std::optional<QString> openDirect();
    [[nodiscard]] std::optional<QString> openPart();
    [[nodiscard]] QString failure(int error) const;
    void close();

    QString m_path;
    QString m_targetPath; ///< m_path with symbolic links followed
    QString m_partPath;   ///< empty: direct
    int m_descriptor = -1;
    QByteArray m_buffer;
};

} // namespace inflight
