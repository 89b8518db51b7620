// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stands in for libFuzzer where the compiler has none: replays the seeds, then mutates them at random, always
// in the same order. Takes libFuzzer's -max_total_time and folders of seeds, and passes over its other flags.

#include "fuzz/fuzzing.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QList>

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <random>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestInput = 4096;
constexpr unsigned secondsForOne = 25;

class Mutator
{
public:
    explicit Mutator(const QList<QByteArray> &seeds)
        : m_seeds(seeds)
    {}

    QByteArray next()
    {
        QByteArray bytes = m_seeds[below(m_seeds.size())];
        for (qsizetype left = 1 + below(8); left > 0; --left)
            mutate(bytes);
        bytes.truncate(longestInput);
        return bytes;
    }

private:
    qsizetype below(qsizetype limit)
    {
        return static_cast<qsizetype>(m_random() % static_cast<quint64>(limit));
    }

    char byte()
    {
        // Half of them those that parsers look for.
        static constexpr QByteArrayView telling{
            "\0\t\n\r \"%&'()*+,-./0129:;<=>?@[\\]^_`azAZ{|}~\x7f\x80\xc3\xff", 48};
        return below(2) == 0 ? telling[below(telling.size())] : static_cast<char>(below(256));
    }

    void mutate(QByteArray &bytes)
    {
        const qsizetype at = below(bytes.size() + 1);
        const qsizetype count = std::min(1 + below(16), bytes.size() - at);
        switch (below(5)) {
        case 0:
            bytes.insert(at, byte());
            break;
        case 1:
            bytes.remove(at, count);
            break;
        case 2:
            bytes.insert(below(bytes.size() + 1), bytes.mid(at, count).repeated(1 + below(4)));
            break;
        case 3:
            bytes.insert(at, m_seeds[below(m_seeds.size())].mid(below(16), 1 + below(32)));
            break;
        default:
            if (at < bytes.size())
                bytes[at] = byte();
        }
    }

    const QList<QByteArray> &m_seeds;
    std::mt19937_64 m_random{1};
};

QByteArray current;

/// Writes the input that did it; only what a signal handler may call.
void onSignal(int signal)
{
    static constexpr char words[] = "the input was, in hex: ";
    (void)!write(STDERR_FILENO, words, sizeof words - 1);
    for (const char c : std::as_const(current)) {
        static constexpr char digits[] = "0123456789abcdef";
        const std::array<char, 2> hex{digits[(c >> 4) & 15], digits[c & 15]};
        (void)!write(STDERR_FILENO, hex.data(), hex.size());
    }
    (void)!write(STDERR_FILENO, "\n", 1);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void run(const QByteArray &input)
{
    current = input;
    alarm(secondsForOne);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(current.constData()),
                           static_cast<std::size_t>(current.size()));
}

QList<QByteArray> seedsIn(const QString &folder)
{
    QList<QByteArray> seeds;
    const QDir dir(folder);
    const QStringList names = dir.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            seeds.append(file.readAll());
    }
    return seeds;
}

} // namespace

int main(int argc, char *argv[])
{
    qint64 milliseconds = 3000;
    QList<QByteArray> seeds{QByteArray()};
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument = argv[i];
        if (argument.startsWith("-max_total_time="))
            milliseconds = argument.sliced(argument.indexOf('=') + 1).toLongLong() * 1000;
        else if (!argument.startsWith('-'))
            seeds += seedsIn(QFile::decodeName(argument));
    }
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGBUS, SIGALRM})
        std::signal(signal, onSignal);
    QElapsedTimer clock;
    clock.start();
    for (const QByteArray &seed : std::as_const(seeds))
        run(seed);
    Mutator mutator(seeds);
    qint64 runs = seeds.size();
    for (; clock.elapsed() < milliseconds; ++runs)
        run(mutator.next());
    qInfo("%lld runs", static_cast<long long>(runs));
    return EXIT_SUCCESS;
}
