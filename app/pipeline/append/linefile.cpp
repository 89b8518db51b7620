// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/append/linefile.h"

#include <cerrno>

#include <sys/file.h>
#include <unistd.h>

#include <QCoreApplication>

#include "pipeline/append/cells.h"
#include "pipeline/content/csvreader.h"

namespace inflight {

namespace {

struct LineFileWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::AppendFile)
};

constexpr qint64 headerLimit = 1024 * 1024;

QByteArray csvField(QByteArray text)
{
    const bool plain =
        !text.contains(',') && !text.contains('"') && !text.contains('\n') && !text.contains('\r');
    return plain ? text : '"' + text.replace('"', "\"\"") + '"';
}

QByteArray csvRow(const QList<QByteArray> &fields)
{
    QByteArray row;
    for (qsizetype i = 0; i < fields.size(); ++i)
        row += (i > 0 ? "," : "") + csvField(fields.at(i));
    return row + "\r\n";
}

/// No other process that knows of it has the file at the same time. Without a descriptor (-1) nothing is
/// locked.
class FileLock
{
    Q_DISABLE_COPY_MOVE(FileLock)

public:
    explicit FileLock(int file)
        : m_file(file)
    {
        while (m_file >= 0 && ::flock(m_file, LOCK_EX) != 0 && errno == EINTR) {
        }
    }
    ~FileLock()
    {
        if (m_file >= 0)
            ::flock(m_file, LOCK_UN);
    }

private:
    int m_file;
};

} // namespace

QString LineFile::refused(const QString &reason) const
{
    return LineFileWords::tr("%1 could not be written: %2").arg(m_target.path, reason);
}

std::optional<QString> LineFile::open()
{
    // By appending, whoever else writes to it, another stage for one, loses nothing.
    QIODevice::OpenMode mode = QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered;
    if (m_target.existing == ExistingFile::Refuse)
        mode |= QIODevice::NewOnly;
    if (m_target.existing == ExistingFile::Replace)
        mode |= QIODevice::Truncate;
    if (!m_file.open(mode))
        return refused(m_file.errorString());
    if (std::optional<QString> fault = cutTornLine())
        return fault;
    std::optional<QString> fault = m_target.format == AppendFormat::Csv ? readHeader() : std::nullopt;
    m_file.seek(m_file.size());
    return fault;
}

/// A line without its end is what a crash left of it.
std::optional<QString> LineFile::cutTornLine()
{
    const qint64 size = m_file.size();
    constexpr qint64 step = 64 * 1024;
    qint64 keep = 0;
    for (qint64 at = size; at > 0 && keep == 0;) {
        const qint64 from = std::max<qint64>(0, at - step);
        m_file.seek(from);
        const qsizetype end = m_file.read(at - from).lastIndexOf('\n');
        if (end >= 0)
            keep = from + end + 1;
        at = from;
    }
    if (keep == size)
        return std::nullopt;
    if (!m_file.resize(keep))
        return refused(m_file.errorString());
    m_mended = LineFileWords::tr("an unfinished last line of an earlier run was cut off");
    return std::nullopt;
}

std::optional<QString> LineFile::readHeader()
{
    if (m_file.size() == 0)
        return std::nullopt;
    m_file.seek(0);
    QStringList header;
    CsvReader reader(',', [&header](const QList<QByteArray> &fields, CsvReader::Place) {
        for (const QByteArray &field : fields)
            header.append(QString::fromUtf8(field));
        return false;
    });
    if (reader.add(m_file.read(headerLimit)))
        static_cast<void>(reader.finish());
    if (!m_target.columns.isEmpty() && m_target.columns != header)
        return refused(
            LineFileWords::tr("its header has other columns (%1)").arg(header.join(QStringLiteral(", "))));
    m_target.columns = header;
    m_hasHeader = true;
    return std::nullopt;
}

std::optional<QString> LineFile::write(const QList<QByteArrayView> &values)
{
    // Of several that begin a table at once, one writes its header.
    const bool needsHeader = m_target.format == AppendFormat::Csv && !m_hasHeader;
    const FileLock lock(needsHeader ? m_file.handle() : -1);
    if (std::optional<QString> fault = needsHeader ? readHeader() : std::nullopt)
        return fault;
    QByteArray lines;
    for (const QByteArrayView value : values) {
        if (std::optional<QString> fault = addLine(lines, value)) {
            m_hasHeader = m_hasHeader && !needsHeader; // none of it is written
            return fault;
        }
    }
    // One write for whole lines: another process that appends, or a crash, comes between lines at worst.
    for (qsizetype at = 0; at < lines.size();) {
        const qint64 written = m_file.write(lines.constData() + at, lines.size() - at);
        if (written <= 0)
            return refused(m_file.errorString());
        at += written;
    }
    return std::nullopt;
}

qsizetype LineFile::standing(AppendPlace &place, const QList<QByteArrayView> &values)
{
    if (place.from == 0 && m_hasHeader)
        place.from = header().size();
    qsizetype count = 0;
    while (count < values.size() && place.from < place.until) {
        QByteArray line;
        if (addLine(line, values.at(count)) || !m_file.seek(place.from) || m_file.read(line.size()) != line)
            break;
        place.from += line.size();
        ++count;
    }
    return count;
}

std::optional<QString> LineFile::addLine(QByteArray &lines, QByteArrayView value)
{
    if (m_target.format == AppendFormat::Csv)
        return addRow(lines, value);
    lines += value;
    lines += '\n';
    return std::nullopt;
}

QByteArray LineFile::header() const
{
    QList<QByteArray> names;
    for (const QString &name : m_target.columns)
        names.append(name.toUtf8());
    return csvRow(names);
}

std::optional<QString> LineFile::addRow(QByteArray &lines, QByteArrayView value)
{
    const Cells cells = cellsOf(value);
    if (m_target.columns.isEmpty())
        m_target.columns = cells.names();
    if (!m_hasHeader) {
        lines += header();
        m_hasHeader = true;
    }
    for (const QString &name : cells.names()) {
        if (!m_target.columns.contains(name))
            return LineFileWords::tr(
                       "The value has a key “%1” that is no column of %2; name the columns with the option "
                       "“columns”, or leave the key out before.")
                .arg(name, m_target.path);
    }
    QList<QByteArray> fields;
    for (const QString &column : std::as_const(m_target.columns))
        fields.append(cells.text(column));
    lines += csvRow(fields);
    return std::nullopt;
}

std::optional<QString> LineFile::sync()
{
    const bool good = ::fdatasync(m_file.handle()) == 0 || errno == EINVAL || errno == ENOSYS;
    return good ? std::nullopt : std::optional(refused(qt_error_string()));
}

} // namespace inflight
