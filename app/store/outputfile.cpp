// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/outputfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct OutputFileText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::OutputFile)
};

constexpr qsizetype bufferSize = 256 * 1024;

/// The descriptor that stands behind a name for a standard stream; -1 for other paths.
int standardStream(const QString &path)
{
    if (path == "-"_L1 || path == "/dev/stdout"_L1)
        return STDOUT_FILENO;
    return path == "/dev/stderr"_L1 ? STDERR_FILENO : -1;
}

/// Calls that a signal may interrupt.
template <typename Call>
auto retried(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

/// Waits until a descriptor that somebody made non-blocking takes bytes again.
void awaitWritable(int descriptor)
{
    pollfd waited{descriptor, POLLOUT, 0};
    ::poll(&waited, 1, -1);
}

/// 0, or the system's error number.
int writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto written =
            retried([&] { return ::write(descriptor, bytes.data(), static_cast<size_t>(bytes.size())); });
        if (written >= 0)
            bytes = bytes.sliced(written);
        else if (errno == EAGAIN || errno == EWOULDBLOCK)
            awaitWritable(descriptor);
        else
            return errno;
    }
    return 0;
}

} // namespace

OutputFile::~OutputFile()
{
    close();
}

std::optional<QString> OutputFile::open()
{
    const QFileInfo info(m_path);
    const bool direct = standardStream(m_path) >= 0 || (info.exists() && !info.isFile() && !info.isDir());
    return direct ? openDirect() : openPart();
}

std::optional<QString> OutputFile::openDirect()
{
    const int stream = standardStream(m_path);
    const QByteArray name = QFile::encodeName(m_path);
    m_descriptor = retried([&] {
        return stream >= 0 ? ::fcntl(stream, F_DUPFD_CLOEXEC, 0)
                           : ::open(name.constData(), O_WRONLY | O_CLOEXEC);
    });
    return m_descriptor < 0 ? std::optional(failure(errno)) : std::nullopt;
}

std::optional<QString> OutputFile::openPart()
{
    const QFileInfo info(m_path);
    if (info.isDir())
        return failure(EISDIR);
    // A link stays a link, and what it leads to is replaced.
    m_targetPath = info.isSymLink() ? info.symLinkTarget() : info.absoluteFilePath();
    m_partPath = m_targetPath + ".part"_L1;
    constexpr mode_t mode = 0666; // less what the umask takes
    const QByteArray name = QFile::encodeName(m_partPath);
    m_descriptor = retried([&] { return ::open(name.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, mode); });
    if (m_descriptor < 0)
        return failure(errno);
    if (retried([this] { return ::flock(m_descriptor, LOCK_EX | LOCK_NB); }) < 0)
        return OutputFileText::tr("\"%1\" is being written by another process").arg(m_path);
    if (retried([this] { return ::ftruncate(m_descriptor, 0); }) < 0)
        return failure(errno);
    struct stat before
    {};
    if (::stat(QFile::encodeName(m_targetPath).constData(), &before) == 0)
        ::fchmod(m_descriptor, before.st_mode & 07777);
    return std::nullopt;
}

std::optional<QString> OutputFile::write(QByteArrayView bytes)
{
    m_buffer += bytes;
    return m_buffer.size() < bufferSize ? std::nullopt : flush();
}

std::optional<QString> OutputFile::flush()
{
    const int error = writeAll(m_descriptor, m_buffer);
    m_buffer.resize(0); // keeps its memory
    return error == 0 ? std::nullopt : std::optional(failure(error));
}

std::optional<QString> OutputFile::commit()
{
    if (const auto error = flush())
        return error;
    if (!isDirect()) {
        // The name must never stand for bytes that are not on the disk.
        if (retried([this] { return ::fdatasync(m_descriptor); }) < 0)
            return failure(errno);
        if (std::rename(QFile::encodeName(m_partPath).constData(),
                        QFile::encodeName(m_targetPath).constData()) < 0)
            return failure(errno);
    }
    close();
    return std::nullopt;
}

void OutputFile::discard()
{
    m_buffer.clear();
    if (m_descriptor >= 0 && !isDirect())
        QFile::remove(m_partPath);
    close();
}

QString OutputFile::failure(int error) const
{
    const QString place = m_path == "-"_L1 ? OutputFileText::tr("stdout") : u"\"%1\""_s.arg(m_path);
    return OutputFileText::tr("%1 cannot be written: %2").arg(place, qt_error_string(error));
}

void OutputFile::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

} // namespace inflight
