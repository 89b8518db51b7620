// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/requestgatherer.h"
#include "cli/textdecoder.h"
#include "input/inputreader.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <optional>

namespace inflight {

/// stdin as an input that is read while its first jobs run already, and on request only: memory stays flat
/// however much comes. Lives on the main thread, whose event loop must not use glib.
class InputStream final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InputStream)

public:
    /// Whether stdin is the last of the inputs, so that jobs may start before it ends.
    [[nodiscard]] static bool isWanted(const Options &options);

    /// `tally`: of the inputs that came before it.
    InputStream(const Options &options, InputTally tally);
    ~InputStream() override;

    /// Why stdin cannot be read: a translated sentence.
    [[nodiscard]] static std::optional<QString> whyNotReadable();
    /// From now on it is read. What is there already is read before this returns, as long as it is wanted.
    void start();
    /// Reads on, or not for now.
    void setReading(bool on);
    /// Nothing more is read.
    void close();
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }

Q_SIGNALS:
    /// What was read: inputs, rejected lines, or both.
    void arrived(const inflight::GatheredInputs &inputs);
    /// Nothing follows.
    void ended();

private:
    void read();
    void pass();
    void end(int error);

    RequestGatherer m_gatherer;
    TextDecoder m_decoder;
    InputReader m_reader;
    QSocketNotifier m_notifier;
    QTimer m_recogniseTimer;
    bool m_isAtEnd = false;
};

} // namespace inflight
