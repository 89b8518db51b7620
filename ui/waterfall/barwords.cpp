// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/waterfall/barwords.h"

#include "jobs/humantext.h"
#include "ui/panes/html.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Of a bar with more segments, these many at both ends are told.
constexpr qsizetype mostAtEnds = 12;

struct BarWordsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::BarWords)
};

QString tookText(double ms)
{
    return ms < 100 ? BarWordsText::tr("%1 ms").arg(QLocale().toString(ms, 'f', 1))
                    : formatDuration(std::llround(ms));
}

QString fateText(SegmentFate fate)
{
    switch (fate) {
    case SegmentFate::Open:
        return BarWordsText::tr("going on");
    case SegmentFate::Failed:
        return BarWordsText::tr("failed");
    case SegmentFate::Cancelled:
        return BarWordsText::tr("cancelled");
    case SegmentFate::Lost:
        return BarWordsText::tr("stopped: the other one was first");
    case SegmentFate::Done:
        break;
    }
    return {};
}

QString nameText(const BarSegment &segment, const QStringList &stageNames)
{
    const QString stage =
        stageNames.value(segment.stage, BarWordsText::tr("stage %1").arg(segment.stage + 1));
    if (segment.phase == Phase::Stage)
        return stage;
    if (segment.phase == Phase::StageWait)
        return segment.stage > 0 ? BarWordsText::tr("waiting before %1").arg(stage)
                                 : phaseWord(segment.phase);
    const bool isWait = segment.phase == Phase::Queued || segment.phase == Phase::BackOff;
    if (segment.attempt == 0 || isWait)
        return phaseWord(segment.phase);
    const QString attempt = segment.hedge ? BarWordsText::tr("beside attempt %1").arg(segment.attempt)
                                          : BarWordsText::tr("attempt %1").arg(segment.attempt);
    return u"%1: %2"_s.arg(attempt, phaseWord(segment.phase));
}

} // namespace

QString phaseWord(Phase phase)
{
    switch (phase) {
    case Phase::Queued:
        return BarWordsText::tr("queued");
    case Phase::BackOff:
        return BarWordsText::tr("back-off");
    case Phase::Connect:
        return BarWordsText::tr("connect");
    case Phase::Tls:
        return BarWordsText::tr("TLS");
    case Phase::Waiting:
        return BarWordsText::tr("wait for first byte");
    case Phase::Receiving:
        return BarWordsText::tr("receive");
    case Phase::Untold:
        return BarWordsText::tr("request");
    case Phase::StageWait:
        return BarWordsText::tr("waiting for a place");
    case Phase::Stage:
        return BarWordsText::tr("stage");
    case Phase::Count:
        break;
    }
    Q_UNREACHABLE();
}

QString segmentText(const BarSegment &segment, const QStringList &stageNames)
{
    const QString name = nameText(segment, stageNames);
    const bool tellsFate = segment.isLast || segment.fate == SegmentFate::Open;
    const QString fate = tellsFate ? fateText(segment.fate) : QString();
    return fate.isEmpty() ? name : u"%1, %2"_s.arg(name, fate);
}

QString barTable(const JobBar &bar, const QString &title, const QStringList &stageNames, const Theme &theme)
{
    Html html(theme);
    if (!title.isEmpty())
        html.paragraph(title);
    if (!bar.isEmpty()) {
        const double begin = bar.beginMs();
        const qsizetype count = bar.segments.size();
        html.beginTable();
        html.timedHeader(BarWordsText::tr("Start"), BarWordsText::tr("Took"),
                         BarWordsText::tr("What happened"));
        for (qsizetype i = 0; i < count; ++i) {
            if (i == mostAtEnds && count > 2 * mostAtEnds) {
                i = count - mostAtEnds;
                html.timedRow({}, {}, u"…"_s, {}, 0);
            }
            const BarSegment &segment = bar.segments.at(i);
            html.timedRow(u"+"_s + tookText(segment.beginMs - begin),
                          tookText(segment.endMs - segment.beginMs), segmentText(segment, stageNames), {}, 0);
        }
        html.endTable();
        const QDateTime from = QDateTime::fromMSecsSinceEpoch(std::llround(begin));
        html.hint(BarWordsText::tr("From %1, %2 in all")
                      .arg(QLocale().toString(from.date(), QLocale::ShortFormat) + u' ' +
                               from.time().toString(u"HH:mm:ss.zzz"_s),
                           tookText(bar.endMs() - begin)));
    }
    return html.text();
}

} // namespace inflight
