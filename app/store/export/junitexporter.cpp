// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/junitexporter.h"

#include "jobs/isotime.h"
#include "store/export/xmltext.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JUnitExporterText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JUnitExporter)
};

QByteArray attribute(QByteArrayView name, QStringView value)
{
    return ' ' + name.toByteArray() + "=\"" + xmlText(value) + '"';
}

QByteArray attribute(QByteArrayView name, qint64 value)
{
    return ' ' + name.toByteArray() + "=\"" + QByteArray::number(value) + '"';
}

QByteArray secondsAttribute(double ms)
{
    return " time=\"" + QByteArray::number(std::max(0.0, ms) / 1000, 'f', 3) + '"';
}

/// How it went until it failed, a line an attempt and a stage.
QString story(const JobRecord &record, Secrets secrets)
{
    QStringList lines{displayText(record.fault->message, secrets)};
    int number = 0;
    for (const AttemptRecord &attempt : record.attempts) {
        const QString what = attempt.fault        ? displayText(attempt.fault->message, secrets)
                             : attempt.status > 0 ? JUnitExporterText::tr("status %1").arg(attempt.status)
                                                  : JUnitExporterText::tr("no answer");
        lines.append(JUnitExporterText::tr("attempt %1: %2").arg(++number).arg(what));
    }
    if (!record.fault->stage.isEmpty())
        lines.append(JUnitExporterText::tr("stage: %1").arg(record.fault->stage));
    return lines.join(u'\n');
}

} // namespace

std::optional<QString> JUnitExporter::open()
{
    if (auto error = m_file.open())
        return error;
    if (!m_cases.open())
        return JUnitExporterText::tr("a temporary file cannot be written: %1").arg(m_cases.errorString());
    return std::nullopt;
}

std::optional<QString> JUnitExporter::write(const FinishedJob &job)
{
    count(*job.record);
    const QByteArray text = testCase(*job.record);
    if (m_cases.write(text) == text.size())
        return std::nullopt;
    return JUnitExporterText::tr("\"%1\" cannot be written: %2")
        .arg(m_cases.fileName(), m_cases.errorString());
}

std::optional<QString> JUnitExporter::commit()
{
    std::optional<QString> error = m_file.write(head());
    constexpr qint64 pieceSize = 256 * 1024;
    if (!m_cases.seek(0))
        return JUnitExporterText::tr("\"%1\" cannot be read: %2")
            .arg(m_cases.fileName(), m_cases.errorString());
    for (QByteArray piece = m_cases.read(pieceSize); !error && !piece.isEmpty();
         piece = m_cases.read(pieceSize))
        error = m_file.write(piece);
    if (!error)
        error = m_file.write("</testsuite>\n</testsuites>\n");
    return error ? error : m_file.commit();
}

void JUnitExporter::count(const JobRecord &record)
{
    ++m_tests;
    m_failures += record.state == JobState::Failed;
    m_skipped += record.state == JobState::Cancelled;
    m_durationMs += std::max(0.0, record.durationMs);
    if (record.started.isValid() && (!m_started.isValid() || record.started < m_started))
        m_started = record.started;
}

QByteArray JUnitExporter::head() const
{
    QByteArray sums = attribute("tests", m_tests) + attribute("failures", m_failures) +
                      attribute("errors", qint64{0}) + attribute("skipped", m_skipped) +
                      secondsAttribute(m_durationMs);
    QByteArray moment;
    if (m_started.isValid())
        moment = attribute("timestamp", QString::fromLatin1(isoTime(m_started)).first(19));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"inflight\"" + sums +
           ">\n<testsuite name=\"inflight\"" + sums + moment + ">\n";
}

QByteArray JUnitExporter::testCase(const JobRecord &record) const
{
    const QByteArray begin = "<testcase" + attribute("name", displayUrl(record.url, m_secrets)) +
                             attribute("classname", QUrl(record.url).host()) +
                             secondsAttribute(record.durationMs);
    const QByteArray end = verdict(record);
    return end.isEmpty() ? begin + "/>\n" : begin + ">\n" + end + "</testcase>\n";
}

QByteArray JUnitExporter::verdict(const JobRecord &record) const
{
    if (record.state == JobState::Cancelled)
        return "<skipped" + attribute("message", JUnitExporterText::tr("cancelled")) + "/>\n";
    if (record.state != JobState::Failed || !record.fault)
        return {};
    return "<failure" + attribute("message", displayText(record.fault->message, m_secrets)) +
           attribute("type", QString(faultClassName(record.fault->faultClass))) + '>' +
           xmlText(story(record, m_secrets)) + "</failure>\n";
}

} // namespace inflight
