// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCryptographicHash>
#include <QList>
#include <QMap>
#include <QStringList>

#include <array>
#include <memory>

#include "pipeline/regexprogram.h"
#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// A kind of digest, as options call it.
struct DigestAlgorithm
{
    QLatin1StringView name;
    QCryptographicHash::Algorithm algorithm;
};
inline constexpr std::array digestAlgorithms{
    DigestAlgorithm{QLatin1StringView("md5"), QCryptographicHash::Md5},
    DigestAlgorithm{QLatin1StringView("sha1"), QCryptographicHash::Sha1},
    DigestAlgorithm{QLatin1StringView("sha256"), QCryptographicHash::Sha256},
    DigestAlgorithm{QLatin1StringView("sha512"), QCryptographicHash::Sha512}};

/// A header that an answer must have.
struct WantedHeader
{
    QByteArray name;
    QString text;                                ///< as it was asked for: the value, or a pattern in slashes
    std::shared_ptr<const RegexProgram> pattern; ///< null: the whole value, whatever its capitals
};

/// A digest that a body must have.
struct WantedDigest
{
    QLatin1StringView name; ///< "sha256"
    QByteArray hex;         ///< lower case
};

/// What a check stage asserts of an answer. Empty parts assert nothing.
struct CheckRules
{
    QStringList status; ///< "200", "200..=299"
    QList<WantedHeader> headers;
    QString type; ///< media type, or its first half and a star
    qint64 minSize = -1;
    qint64 maxSize = -1;
    QList<WantedDigest> digests;
    QString besideSuffix;             ///< of the URL of the file that has the digest
    QMap<QString, QByteArray> equals; ///< JSON by pointer
    QMap<QString, std::shared_ptr<const RegexProgram>> matches;
    QStringList exists;
};

/// Fails what is not as it should be; else hands it on as it came. Fault check, saying what was expected and
/// what was found.
class CheckStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"check"};
    explicit CheckStage(CheckRules rules)
        : m_rules(std::move(rules))
    {}

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;
    [[nodiscard]] QUrl beside(const Payload &payload) const override;

private:
    [[nodiscard]] Outcome<StageResult> checkValues(Payload payload, const StageContext &context) const;
    [[nodiscard]] std::optional<QString> wrongAnswer(const Payload &payload) const;
    [[nodiscard]] std::optional<QString> wrongDigest(const Payload &payload,
                                                     const StageContext &context) const;
    [[nodiscard]] std::optional<QString> wrongValue(QByteArrayView json) const;
    [[nodiscard]] bool looksAtValues() const;

    CheckRules m_rules;
};

/// Its entry in the registry.
[[nodiscard]] StageKind checkKind();

/// The digest for `fileName` in what tools such as sha256sum write: "HEX  name", "ALGORITHM (name) = HEX", or
/// a bare one; empty when there is none.
[[nodiscard]] QByteArray digestIn(QByteArrayView text, const QString &fileName);

} // namespace inflight
