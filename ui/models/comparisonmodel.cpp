// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/comparisonmodel.h"

#include "jobs/humantext.h"
#include "ui/models/jobtext.h"

#include <QTextDocument>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString differenceText(const JobDifference &job)
{
    QStringList words;
    const auto add = [&](Difference difference, const QString &word) {
        if (job.differences.testFlag(difference))
            words.append(word);
    };
    add(Difference::State, ComparisonModel::tr("state"));
    add(Difference::Status, ComparisonModel::tr("status"));
    add(Difference::OnlyOne, job.before ? ComparisonModel::tr("gone") : ComparisonModel::tr("new"));
    add(Difference::Digest, ComparisonModel::tr("content"));
    add(Difference::Output, ComparisonModel::tr("output"));
    add(Difference::Size, ComparisonModel::tr("size"));
    add(Difference::Time, ComparisonModel::tr("time"));
    return words.join(u", "_s);
}

QString stateText(const ComparedJob &job)
{
    if (!isFinished(job.state))
        return ComparisonModel::tr("not done");
    return job.fault.isEmpty() ? stateWord(job.state) : stateWord(job.state) + u" ("_s + job.fault + u')';
}

QString statusText(const ComparedJob &job)
{
    return job.status > 0 ? QString::number(job.status) : u"–"_s;
}

QString sizeText(const ComparedJob &job)
{
    return formatBytes(job.bytes);
}

QString timeText(const ComparedJob &job)
{
    return isFinished(job.state) ? formatDuration(std::llround(job.durationMs)) : u"–"_s;
}

/// Enough to tell two apart.
QString digestText(const ComparedJob &job)
{
    return job.sha256.isEmpty() ? u"–"_s : QString::fromLatin1(job.sha256.first(8));
}

/// How much of an output a cell and its tip show, in bytes; where two differ, with so much before that.
constexpr qsizetype mostInCell = 30;
constexpr qsizetype mostInTip = 1000;
constexpr qsizetype beforeDifference = 10;

/// At or before `at`, where no letter is cut.
qsizetype letterAt(const QByteArray &utf8, qsizetype at)
{
    at = std::min(at, utf8.size());
    while (at > 0 && at < utf8.size() && (static_cast<uchar>(utf8[at]) & 0xC0) == 0x80)
        --at;
    return at;
}

QString excerpt(const QByteArray &utf8, qsizetype from, qsizetype most)
{
    if (utf8.isEmpty())
        return u"–"_s;
    const qsizetype first = letterAt(utf8, from);
    const qsizetype end = letterAt(utf8, first + most);
    const QString text = QString::fromUtf8(utf8.sliced(first, end - first));
    return (first > 0 ? u"…"_s : QString()) + text + (end < utf8.size() ? u"…"_s : QString());
}

/// Where the outputs of both sides begin to differ, with a little of what comes before.
QString outputText(const JobDifference &job, qsizetype most)
{
    const QByteArray before = job.before ? job.before->output : QByteArray();
    const QByteArray after = job.after ? job.after->output : QByteArray();
    if (before == after)
        return excerpt(after, 0, most);
    const auto differs = std::ranges::mismatch(before, after).in1;
    const qsizetype from = std::max<qsizetype>(0, differs - before.cbegin() - beforeDifference);
    return excerpt(before, from, most) + u" → "_s + excerpt(after, from, most);
}

/// As rich text, which is broken into lines; what a server sent is none itself.
QString outputTip(const JobDifference &job)
{
    return Qt::convertFromPlainText(outputText(job, mostInTip), Qt::WhiteSpaceNormal);
}

/// "200 → 404"; once where both say the same.
template <typename Text>
QString sides(const JobDifference &job, Text text)
{
    const QString before = job.before ? text(*job.before) : u"–"_s;
    const QString after = job.after ? text(*job.after) : u"–"_s;
    return before == after ? before : before + u" → "_s + after;
}

QString cellText(const JobDifference &job, int column, int role)
{
    switch (column) {
    case ComparisonModel::Changed:
        return differenceText(job);
    case ComparisonModel::Url:
        return displayUrl(job.url, Secrets::Redacted);
    case ComparisonModel::State:
        return sides(job, stateText);
    case ComparisonModel::Status:
        return sides(job, statusText);
    case ComparisonModel::Output:
        return role == Qt::ToolTipRole ? outputTip(job) : outputText(job, mostInCell);
    case ComparisonModel::Size:
        return sides(job, sizeText);
    case ComparisonModel::Time:
        return sides(job, timeText);
    case ComparisonModel::Digest:
        return sides(job, digestText);
    default:
        return {};
    }
}

} // namespace

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.jobs.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return cellText(m_comparison.jobs.at(index.row()), index.column(), role);
    return {};
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Changed:
        return tr("Changed");
    case Url:
        return tr("URL");
    case State:
        return tr("State");
    case Status:
        return tr("Status");
    case Output:
        return tr("Output");
    case Size:
        return tr("Size");
    case Time:
        return tr("Time");
    case Digest:
        return tr("SHA-256");
    default:
        return {};
    }
}

} // namespace inflight
