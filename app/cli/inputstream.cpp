// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/inputstream.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

/// What comes slowly is taken for what it looks like then.
constexpr auto recogniseAfter = 200ms;

bool hasMore()
{
    pollfd waiting{STDIN_FILENO, POLLIN, 0};
    return ::poll(&waiting, 1, 0) > 0;
}

} // namespace

bool InputStream::isWanted(const Options &options)
{
    const QStringList &last = options.positionals.isEmpty() ? options.inputs : options.positionals;
    return options.headless && !options.dump && !last.isEmpty() && last.last() == "-"_L1;
}

InputStream::InputStream(const Options &options, InputTally tally)
    : m_gatherer(options, tr("stdin"), std::move(tally))
    , m_reader(options.reading, m_gatherer)
    , m_notifier(STDIN_FILENO, QSocketNotifier::Read)
{
    m_notifier.setEnabled(false);
    m_recogniseTimer.setSingleShot(true);
    connect(&m_notifier, &QSocketNotifier::activated, this, &InputStream::read);
    connect(&m_recogniseTimer, &QTimer::timeout, this, [this] {
        m_reader.recogniseNow();
        pass();
    });
}

InputStream::~InputStream() = default;

std::optional<QString> InputStream::whyNotReadable()
{
    struct stat status
    {};
    const int flags = ::fcntl(STDIN_FILENO, F_GETFL);
    if (flags < 0 || (flags & O_ACCMODE) == O_WRONLY)
        return tr("stdin cannot be read: it is closed");
    if (::fstat(STDIN_FILENO, &status) == 0 && S_ISDIR(status.st_mode))
        return tr("stdin is a folder");
    return std::nullopt;
}

void InputStream::start()
{
    m_notifier.setEnabled(true);
    // A list that is short is known as a whole before anything is sent.
    while (m_notifier.isEnabled() && hasMore())
        read();
}

void InputStream::setReading(bool on)
{
    m_notifier.setEnabled(on && !m_isAtEnd);
}

void InputStream::close()
{
    m_notifier.setEnabled(false);
    m_recogniseTimer.stop();
    m_isAtEnd = true;
}

void InputStream::read()
{
    std::array<char, 65536> piece;
    const ssize_t got = ::read(STDIN_FILENO, piece.data(), piece.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got <= 0) {
        end(got < 0 ? errno : 0);
        return;
    }
    m_reader.feed(m_decoder.decode(QByteArrayView(piece.data(), got)));
    if (!m_recogniseTimer.isActive())
        m_recogniseTimer.start(recogniseAfter);
    pass();
}

void InputStream::pass()
{
    const GatheredInputs inputs = m_gatherer.take();
    if (!inputs.isEmpty())
        Q_EMIT arrived(inputs);
}

void InputStream::end(int error)
{
    close();
    if (error != 0) {
        const auto reason = QString::fromStdString(std::system_category().message(error));
        m_gatherer.reject({0, {}, tr("it cannot be read to its end: %1").arg(reason)});
    }
    m_reader.finish();
    pass();
    Q_EMIT ended();
}

} // namespace inflight
