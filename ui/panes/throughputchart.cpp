// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/throughputchart.h"

#include "jobs/humantext.h"
#include "ui/panes/focusframe.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int chartPadding = 4;

QString rateText(double perSecond)
{
    return QLocale().toString(perSecond, 'f', perSecond < 10 ? 1 : 0);
}

QString bytesText(double perSecond)
{
    return formatRate(perSecond);
}

QString countText(double count)
{
    return QLocale().toString(count, 'f', count == std::floor(count) ? 0 : 1);
}

/// One of the strips: what it shows and how it is told apart without its colour.
struct Series
{
    const char *title;
    double ThroughputSample::*value;
    QString (*text)(double);
    double leastTop;
    Tone tone;
    Qt::PenStyle pen;
};

const std::array series{Series{QT_TRANSLATE_NOOP("inflight::ThroughputChart", "Requests/s"),
                               &ThroughputSample::requests, rateText, 1, Tone::Active, Qt::SolidLine},
                        Series{QT_TRANSLATE_NOOP("inflight::ThroughputChart", "Received"),
                               &ThroughputSample::bytes, bytesText, 1000, Tone::Good, Qt::DashLine},
                        Series{QT_TRANSLATE_NOOP("inflight::ThroughputChart", "In flight"),
                               &ThroughputSample::inFlight, countText, 1, Tone::Caution, Qt::DotLine},
                        Series{QT_TRANSLATE_NOOP("inflight::ThroughputChart", "Errors/s"),
                               &ThroughputSample::errors, rateText, 1, Tone::Bad, Qt::DashDotLine}};

/// The least of 1, 2 and 5 times a power of ten that is not less.
double roundTop(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double digit : {1.0, 2.0, 5.0}) {
        if (digit * power >= value)
            return digit * power;
    }
    return 10 * power;
}

double topOf(const Series &each, const QList<ThroughputSample> &samples)
{
    double most = each.leastTop;
    for (const ThroughputSample &sample : samples)
        most = std::max(most, sample.*each.value);
    return roundTop(most);
}

} // namespace

ThroughputChart::ThroughputChart(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"throughputChart"_s);
    setAccessibleName(tr("Throughput"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void ThroughputChart::setSamples(const QList<ThroughputSample> &samples, int secondsEach, qsizetype places)
{
    m_samples = samples;
    m_secondsEach = secondsEach;
    m_places = std::max(places, m_samples.size());
    if (m_fromLatest)
        m_fromLatest = std::min(*m_fromLatest, std::max<qsizetype>(m_samples.size() - 1, 0));
    point(m_fromLatest);
}

QString ThroughputChart::ageText(qsizetype sample) const
{
    const qint64 seconds = (m_samples.size() - 1 - sample) * m_secondsEach;
    return seconds == 0 ? tr("latest") : tr("%1 before").arg(formatSeconds(seconds * 1000));
}

QString ThroughputChart::figures() const
{
    if (m_samples.isEmpty())
        return tr("Nothing has run yet.");
    const qsizetype at = m_samples.size() - 1 - m_fromLatest.value_or(0);
    const ThroughputSample &sample = m_samples.at(at);
    return tr("%1: %2 requests/s, %3, %4 in flight, %5 errors/s")
        .arg(ageText(at), rateText(sample.requests), bytesText(sample.bytes), countText(sample.inFlight),
             rateText(sample.errors));
}

QSize ThroughputChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 100, fontMetrics().lineSpacing() * 8};
}

QSize ThroughputChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().lineSpacing() * 4};
}

/// Side by side as far as each is wide enough to be read, then in rows.
QRect ThroughputChart::stripRect(int strip) const
{
    const int leastWidth = fontMetrics().averageCharWidth() * 36;
    const int leastHeight = fontMetrics().lineSpacing() * 5;
    int columns = width() >= 2 * leastWidth ? 2 : 1;
    if (width() >= stripCount * leastWidth && height() < 3 * leastHeight)
        columns = stripCount;
    const int rows = stripCount / columns;
    const QSize size((width() - chartPadding) / columns, (height() - chartPadding) / rows);
    const QRect place(QPoint(strip % columns * size.width(), strip / columns * size.height()), size);
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

QRect ThroughputChart::plotRect(const QRect &strip) const
{
    const int line = fontMetrics().lineSpacing();
    const int scale = fontMetrics().horizontalAdvance(u"500.0 MB/s"_s) + 2 * chartPadding;
    const QRect inner =
        strip.adjusted(scale, line + 2 * chartPadding, -2 * chartPadding, -line - chartPadding);
    return QStyle::visualRect(layoutDirection(), strip, inner);
}

/// The latest stands at the end; what has not happened yet has its room before the first.
int ThroughputChart::xOf(const QRect &plot, qsizetype sample) const
{
    const auto fromEnd = static_cast<double>(m_samples.size() - 1 - sample);
    const double along = fromEnd / static_cast<double>(std::max<qsizetype>(m_places - 1, 1)) * plot.width();
    return qRound(isRightToLeft() ? plot.left() + along : plot.right() - along);
}

void ThroughputChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintFocusFrame(painter, *this, *this);
    if (m_samples.isEmpty()) {
        painter.setPen(Theme::of(palette()).mutedText());
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Shows how many requests are answered, what comes in, what is in flight and what "
                            "fails, second by second, once a run goes on."));
        return;
    }
    for (int strip = 0; strip < stripCount; ++strip)
        paintStrip(painter, strip);
}

void ThroughputChart::paintStrip(QPainter &painter, int strip) const
{
    const Series &each = series[static_cast<std::size_t>(strip)];
    const Theme theme = Theme::of(palette());
    const QRect area = stripRect(strip);
    const QRect plot = plotRect(area);
    const int line = fontMetrics().lineSpacing();
    const double top = topOf(each, m_samples);

    const qsizetype at = m_samples.size() - 1 - m_fromLatest.value_or(0);
    const QString title = tr("%1: %2").arg(tr(each.title), each.text(m_samples.at(at).*each.value));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(
        QRect(plot.left(), area.top() + chartPadding, plot.width(), line),
        static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
        title);

    painter.setPen(theme.outline());
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(QPen(theme.outline(), 1, Qt::DotLine));
    painter.drawLine(plot.topLeft(), plot.topRight());
    painter.setPen(theme.mutedText());
    const QRect scale = QStyle::visualRect(
        layoutDirection(), area,
        QRect(area.left(), plot.top() - line / 2, area.width() - plot.width() - 3 * chartPadding, line));
    const auto alignment =
        static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignRight));
    painter.drawText(scale, alignment, each.text(top));
    painter.drawText(scale.translated(0, plot.height() - 1), alignment, QLocale().toString(0));
    const QRect times(plot.left(), plot.bottom() + 2, plot.width(), line);
    const QString begin = tr("%1 before").arg(formatSeconds((m_places - 1) * m_secondsEach * qint64{1000}));
    painter.drawText(times, static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                     begin);
    painter.drawText(times, static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight)),
                     tr("latest"));
    paintLine(painter, plot, strip, top);
    if (m_fromLatest) {
        const int x = xOf(plot, at);
        painter.setPen(QPen(palette().color(QPalette::Text), 1));
        painter.drawLine(x, plot.top(), x, plot.bottom());
    }
}

void ThroughputChart::paintLine(QPainter &painter, const QRect &plot, int strip, double top) const
{
    const Series &each = series[static_cast<std::size_t>(strip)];
    const Theme theme = Theme::of(palette());
    QPolygonF line;
    for (qsizetype i = 0; i < m_samples.size(); ++i) {
        const double share = m_samples.at(i).*each.value / top;
        line.append(QPointF(xOf(plot, i), plot.bottom() - share * (plot.height() - 1)));
    }
    QPolygonF ground = line;
    ground.append(QPointF(line.constLast().x(), plot.bottom()));
    ground.prepend(QPointF(line.constFirst().x(), plot.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.wash(each.tone));
    painter.drawPolygon(ground);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.text(each.tone), 1.5, each.pen));
    if (line.size() == 1)
        painter.drawLine(line.constFirst() - QPointF(2, 0), line.constFirst() + QPointF(2, 0));
    painter.drawPolyline(line);
}

void ThroughputChart::point(std::optional<qsizetype> fromLatest)
{
    m_fromLatest = fromLatest;
    const QString text = figures();
    setAccessibleDescription(text);
    update();
    Q_EMIT figuresChanged(text);
}

void ThroughputChart::keyPressEvent(QKeyEvent *event)
{
    const qsizetype last = m_samples.size() - 1;
    const qsizetype step = isRightToLeft() ? -1 : 1;
    const auto goTo = [this, last](qsizetype fromLatest) {
        point(std::clamp<qsizetype>(fromLatest, 0, last));
    };
    if (last < 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return goTo(m_fromLatest.value_or(0) + step);
    case Qt::Key_Right:
        return goTo(m_fromLatest.value_or(0) - step);
    case Qt::Key_Home:
        return goTo(last);
    case Qt::Key_End:
        return goTo(0);
    case Qt::Key_Escape:
        return point(std::nullopt);
    default:
        QWidget::keyPressEvent(event);
    }
}

void ThroughputChart::mouseMoveEvent(QMouseEvent *event)
{
    for (int strip = 0; strip < stripCount && !m_samples.isEmpty(); ++strip) {
        const QRect plot = plotRect(stripRect(strip));
        const QPoint spot = event->position().toPoint();
        if (!stripRect(strip).contains(spot))
            continue;
        const int fromEnd = isRightToLeft() ? spot.x() - plot.left() : plot.right() - spot.x();
        const double place = static_cast<double>(fromEnd) / std::max(1, plot.width());
        const auto fromLatest =
            static_cast<qsizetype>(std::llround(place * static_cast<double>(m_places - 1)));
        if (fromLatest >= 0 && fromLatest < m_samples.size())
            return point(fromLatest);
    }
    point(std::nullopt);
}

void ThroughputChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    point(std::nullopt);
}

void ThroughputChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ThroughputChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    point(std::nullopt);
}

} // namespace inflight
