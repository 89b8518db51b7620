// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include <QByteArrayView>
#include <QCoreApplication>
#include <QString>

#include "pipeline/content/json.h"

namespace inflight {

/// The recogniser behind checkJson(): one pass, no recursion. One object, one text.
class JsonScanner
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Json)

public:
    /// What stands in the way: at `offset()`.
    struct Refusal
    {
        qint64 offset = 0;
        QString expected; ///< translated: "expected a value"
    };

    JsonScanner(QByteArrayView text, const StageContext &context);

    /// Whether it is JSON; when not, there is a refusal, or the scan was stopped.
    [[nodiscard]] bool scan();
    [[nodiscard]] const JsonSummary &summary() const { return m_summary; }
    [[nodiscard]] const std::optional<Refusal> &refusal() const { return m_refusal; }

private:
    enum class Expect : quint8 { Value, ItemOrEnd, KeyOrEnd, Key, CommaOrEnd };
    enum class Container : bool { Array, Object };

    // Each goes on over what it is named for and answers whether it was that; they refuse where it was not.
    bool step();
    bool value();
    bool open(Container container);
    bool close();
    bool key();
    bool commaOrEnd();
    bool string(qint64 *characters);
    bool escape(qint64 *characters);
    bool hexDigits(int *codeUnit);
    bool number();
    bool digits();
    bool literal(QByteArrayView word);
    bool sequence();

    template <typename Predicate>
    bool skipWhile(Predicate predicate);
    bool skipSpace();
    [[nodiscard]] bool poll();

    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    [[nodiscard]] bool isAt(char c) const { return m_at != m_end && *m_at == c; }
    [[nodiscard]] bool isAtDigit() const { return m_at != m_end && *m_at >= '0' && *m_at <= '9'; }
    bool refuse(const QString &expected);
    bool found(JsonSummary::Type type, qint64 count = 0);
    void countMember();

    const StageContext &m_context;
    const char *m_begin;
    const char *m_at;
    const char *m_end;
    const char *m_nextPoll;
    Expect m_expect = Expect::Value;
    std::vector<bool> m_open; ///< the containers around the place: true for an object
    JsonSummary m_summary;
    std::optional<Refusal> m_refusal;
};

} // namespace inflight
