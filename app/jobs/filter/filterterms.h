// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/filter/filtersubject.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <variant>

namespace inflight {

/// Whether one word of a filter holds for a job. Any thread.
using FilterTest = std::function<bool(const FilterSubject &)>;
/// The test, or a translated clause about what is wrong with the value.
using FilterTestOrMessage = std::variant<FilterTest, QString>;

// What each keyword makes of its value. What is not known of a job (yet) does not hold.

// Of its address.
FilterTestOrMessage urlTerm(const QString &value);
FilterTestOrMessage domainTerm(const QString &value);
FilterTestOrMessage originTerm(const QString &value);
FilterTestOrMessage schemeTerm(const QString &value);
FilterTestOrMessage methodTerm(const QString &value);
FilterTestOrMessage regexpTerm(const QString &value);

// Of its way.
FilterTestOrMessage isTerm(const QString &value);
FilterTestOrMessage stageTerm(const QString &value);
FilterTestOrMessage errorTerm(const QString &value);
FilterTestOrMessage attemptTerm(const QString &value);
FilterTestOrMessage timeTerm(const QString &value);
FilterTestOrMessage slowerThanTerm(const QString &value);
FilterTestOrMessage ttfbTerm(const QString &value);
FilterTestOrMessage durationTerm(const QString &value);
FilterTestOrMessage fasterThanTerm(const QString &value);
FilterTestOrMessage stageTimeTerm(const QString &value);

// Of the answer.
FilterTestOrMessage statusCodeTerm(const QString &value);
FilterTestOrMessage mimeTypeTerm(const QString &value);
FilterTestOrMessage sizeTerm(const QString &value);
FilterTestOrMessage largerThanTerm(const QString &value);
FilterTestOrMessage responseHeaderTerm(const QString &value);
FilterTestOrMessage cookieNameTerm(const QString &value);
FilterTestOrMessage cookieDomainTerm(const QString &value);
FilterTestOrMessage protocolTerm(const QString &value);

/// The words that `is:` knows.
QStringList filterConditions();

} // namespace inflight
