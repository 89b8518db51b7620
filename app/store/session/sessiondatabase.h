// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>
#include <optional>
#include <variant>

struct sqlite3;

namespace inflight {

/// An open session file: a SQLite database of a known version, in WAL mode. Used by the thread that opened
/// it alone. Faults are translated sentences that name the file.
class SessionDatabase
{
    Q_DISABLE_COPY_MOVE(SessionDatabase)

public:
    /// Of the tables. A file of an older one becomes one of this when it is opened to be written; one of a
    /// newer version is not touched.
    static constexpr int version = 6;

    enum class Access : quint8 {
        /// A new file, for its owner alone. The tables are made, but it is not in WAL mode yet; it does not
        /// wait for the disk: to bring it there is up to whoever made it.
        Create,
        Write,
        Read ///< also of a file that nobody may write to, or of a newer version as far as it has these tables
    };
    [[nodiscard]] static std::variant<std::unique_ptr<SessionDatabase>, QString> open(const QString &path,
                                                                                      Access access);
    ~SessionDatabase();

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Whether it has the table of parts, which came with version 2.
    [[nodiscard]] bool hasParts() const { return m_version >= 2; }
    /// Whether its inputs have names and places in a list, which came with version 3.
    [[nodiscard]] bool hasNames() const { return m_version >= 3; }
    /// Whether its records share lists of headers, which came with version 5.
    [[nodiscard]] bool hasHeaders() const { return m_version >= 5; }
    /// Whether a newer version of the program wrote it: it may have more than is seen here.
    [[nodiscard]] bool isNewer() const { return m_version > version; }
    /// A sentence when it is newer.
    [[nodiscard]] std::optional<QString> whyNotGoneOnWith() const;
    /// Out of WAL mode, the log taken in, unless another process has it open: of a file in WAL mode, whoever
    /// only reads it leaves a log and an index behind. For the end.
    void leaveWhole();
    /// Nothing when it was done.
    [[nodiscard]] std::optional<QString> execute(const QString &statement);
    /// Whether the last fault was that another process has the file locked, and nothing else.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// A statement to bind values to and execute.
    [[nodiscard]] QSqlQuery prepared(const QString &statement);
    [[nodiscard]] QString faultText(const QSqlError &error) const;
    /// SQLite's own, for what is done to it without Qt; it lives as long as this.
    [[nodiscard]] sqlite3 *connection() const;
    /// Of what was done so last, and failed.
    [[nodiscard]] QString lastFaultText() const;

    /// Of the table of keys and values; invalid when it is not there.
    [[nodiscard]] QVariant value(const QString &key);
    [[nodiscard]] std::optional<QString> setValue(const QString &key, const QVariant &value);

private:
    SessionDatabase(QString path, QString connection)
        : m_path(std::move(path))
        , m_connection(std::move(connection))
    {}
    [[nodiscard]] std::optional<QString> begin(Access access);
    [[nodiscard]] std::optional<QString> checkVersion(Access access);
    [[nodiscard]] std::optional<QString> makeTables();
    [[nodiscard]] std::optional<QString> migrate();
    [[nodiscard]] std::optional<QString> executeAll(const QStringList &statements);
    [[nodiscard]] bool reopen(const QString &options);
    [[nodiscard]] bool openToRead();
    [[nodiscard]] int readingTrouble();
    [[nodiscard]] int pragma(const QString &name);
    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_connection, false); }

    QString m_path;
    QString m_connection;
    int m_version = version; ///< of the file
    bool m_isBusy = false;
    QSqlError m_unprepared; ///< why a statement could not be prepared, which executing it does not say
};

} // namespace inflight
