// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/process/childprocess.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <mutex>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

extern char **environ;

namespace inflight {

namespace {

struct Pipe
{
    Descriptor read;
    Descriptor write;
};

/// Both ends are closed in other programs that are started meanwhile.
std::optional<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return std::nullopt;
    Pipe made;
    made.read = Descriptor(ends[0]);
    made.write = Descriptor(ends[1]);
    return made;
}

/// Only this process's end: the other program's must block as programs expect.
void unblock(const Descriptor &end)
{
    ::fcntl(end.number(), F_SETFL, ::fcntl(end.number(), F_GETFL) | O_NONBLOCK);
}

/// A program that reads no further must not end this one.
void ignoreBrokenPipesOnce()
{
    static std::once_flag once;
    std::call_once(once, [] { std::signal(SIGPIPE, SIG_IGN); });
}

class Attributes
{
public:
    Attributes()
    {
        posix_spawnattr_init(&m_attributes);
        posix_spawn_file_actions_init(&m_actions);
        sigset_t none;
        sigemptyset(&none);
        sigset_t broken;
        sigemptyset(&broken);
        sigaddset(&broken, SIGPIPE);
        posix_spawnattr_setpgroup(&m_attributes, 0);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setsigdefault(&m_attributes, &broken);
        posix_spawnattr_setflags(&m_attributes,
                                 POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~Attributes()
    {
        posix_spawnattr_destroy(&m_attributes);
        posix_spawn_file_actions_destroy(&m_actions);
    }
    Q_DISABLE_COPY_MOVE(Attributes)

    void connect(const Descriptor &end, int as)
    {
        posix_spawn_file_actions_adddup2(&m_actions, end.number(), as);
    }
    [[nodiscard]] const posix_spawnattr_t *attributes() const { return &m_attributes; }
    [[nodiscard]] const posix_spawn_file_actions_t *actions() const { return &m_actions; }

private:
    posix_spawnattr_t m_attributes{};
    posix_spawn_file_actions_t m_actions{};
};

/// Texts as the null-terminated list that the system wants.
class ArgumentList
{
public:
    void add(const QString &text) { m_texts.push_back(QFile::encodeName(text)); }
    char *const *list()
    {
        m_pointers.clear();
        for (QByteArray &text : m_texts)
            m_pointers.push_back(text.data());
        m_pointers.insert(m_pointers.end(), m_inherited.begin(), m_inherited.end());
        m_pointers.push_back(nullptr);
        return m_pointers.data();
    }
    void inherit()
    {
        for (char **each = environ; *each; ++each)
            m_inherited.push_back(*each);
    }

private:
    std::vector<QByteArray> m_texts;
    std::vector<char *> m_inherited;
    std::vector<char *> m_pointers;
};

} // namespace

Descriptor &Descriptor::operator=(Descriptor &&other) noexcept
{
    close();
    m_number = std::exchange(other.m_number, -1);
    return *this;
}

void Descriptor::close()
{
    if (m_number >= 0)
        ::close(std::exchange(m_number, -1));
}

std::variant<std::unique_ptr<ChildProcess>, QString> ChildProcess::start(const QStringList &command,
                                                                         const QStringList &environment)
{
    Q_ASSERT(!command.isEmpty());
    ignoreBrokenPipesOnce();
    std::optional<Pipe> in = makePipe();
    std::optional<Pipe> out = makePipe();
    std::optional<Pipe> err = makePipe();
    if (!in || !out || !err)
        return qt_error_string();
    Attributes attributes;
    attributes.connect(in->read, STDIN_FILENO);
    attributes.connect(out->write, STDOUT_FILENO);
    attributes.connect(err->write, STDERR_FILENO);
    ArgumentList arguments;
    for (const QString &each : command)
        arguments.add(each);
    ArgumentList variables;
    for (const QString &each : environment)
        variables.add(each);
    variables.inherit();
    pid_t pid = 0;
    const int error =
        ::posix_spawnp(&pid, QFile::encodeName(command.constFirst()).constData(), attributes.actions(),
                       attributes.attributes(), arguments.list(), variables.list());
    if (error != 0)
        return qt_error_string(error);
    std::unique_ptr<ChildProcess> child(new ChildProcess(pid));
    child->in = std::move(in->write);
    child->out = std::move(out->read);
    child->err = std::move(err->read);
    for (const Descriptor *end : {&child->in, &child->out, &child->err})
        unblock(*end);
    return child;
}

ChildProcess::~ChildProcess()
{
    // What it left behind in its group goes, too, even when it has ended itself.
    killGroup(SIGKILL);
    while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

void ChildProcess::wait(bool wantsIn, int ms) const
{
    std::array<pollfd, 3> ends{
        {{out.number(), POLLIN, 0}, {err.number(), POLLIN, 0}, {wantsIn ? in.number() : -1, POLLOUT, 0}}};
    ::poll(ends.data(), ends.size(), ms); // negative numbers are passed over
}

qint64 ChildProcess::write(QByteArrayView bytes)
{
    const ssize_t written = ::write(in.number(), bytes.data(), static_cast<size_t>(bytes.size()));
    if (written >= 0)
        return written;
    return errno == EAGAIN || errno == EINTR ? 0 : -1;
}

qint64 ChildProcess::read(Descriptor &from, char *to, qint64 size)
{
    const ssize_t got = ::read(from.number(), to, static_cast<size_t>(size));
    if (got > 0)
        return got;
    return got < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
}

std::optional<int> ChildProcess::exitCode()
{
    // Looked at and left there: until this object goes, no other process gets the number that names the
    // group.
    siginfo_t end{};
    const bool known =
        m_exitCode || ::waitid(P_PID, static_cast<id_t>(m_pid), &end, WEXITED | WNOHANG | WNOWAIT) != 0;
    if (!known && end.si_pid == m_pid)
        m_exitCode = end.si_code == CLD_EXITED ? end.si_status : -end.si_status;
    return m_exitCode;
}

void ChildProcess::stop(int graceMs)
{
    killGroup(SIGTERM);
    QElapsedTimer waited;
    waited.start();
    while (!exitCode() && waited.elapsed() < graceMs)
        QThread::msleep(5);
    killGroup(SIGKILL);
}

void ChildProcess::killGroup(int signal) const
{
    ::kill(-m_pid, signal);
}

} // namespace inflight
