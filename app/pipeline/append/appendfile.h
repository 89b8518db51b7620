// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace inflight {

enum class AppendFormat : quint8 { JsonLines, Csv, Sqlite };
enum class ExistingFile : quint8 { Append, Replace, Refuse };

/// The file that all results of a run go to.
struct AppendTarget
{
    QString path; ///< absolute
    AppendFormat format = AppendFormat::JsonLines;
    ExistingFile existing = ExistingFile::Append;
    QStringList columns; ///< of CSV and SQLite; empty: the keys of the first value
    QString table;       ///< of SQLite
};

/// A part of the file: a row's number or a byte's, as the format has it.
struct AppendPlace
{
    qint64 from = 0;
    qint64 until = 0; ///< the first one behind it
};

/// Writes values to one file. Whole lines, or whole transactions, at a time: what a crash leaves is complete
/// but for its last line, which the next run cuts off. Used by one thread at a time, any thread; everything
/// that goes wrong is told as a translated sentence.
class AppendFile
{
    Q_DISABLE_COPY_MOVE(AppendFile)

public:
    AppendFile() = default;
    virtual ~AppendFile() = default;
    static std::unique_ptr<AppendFile> make(const AppendTarget &target);

    /// Opens the file, or makes it, with its folders. Once, first.
    [[nodiscard]] virtual std::optional<QString> open() = 0;
    /// `values`: JSON, one each.
    [[nodiscard]] virtual std::optional<QString> write(const QList<QByteArrayView> &values) = 0;
    /// Where the next value goes; nothing: such a file has no order.
    [[nodiscard]] virtual std::optional<qint64> end() = 0;
    /// How many of `values`, from the first on, are in the file at `place`, which then begins behind them.
    [[nodiscard]] virtual qsizetype standing(AppendPlace &place, const QList<QByteArrayView> &values) = 0;
    /// Everything written is on the disk.
    [[nodiscard]] virtual std::optional<QString> sync() = 0;
    /// What open() had to mend, for people; empty when nothing.
    [[nodiscard]] const QString &mended() const { return m_mended; }

protected:
    QString m_mended;
};

} // namespace inflight
