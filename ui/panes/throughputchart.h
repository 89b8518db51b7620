// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/throughputhistory.h"

#include <QWidget>

#include <array>
#include <optional>

namespace inflight {

/// The throughput of a run over time: a strip each for requests, bytes, jobs in flight and errors, with a
/// scale of its own and a pen of its own, over the same time. The mouse, or Left, Right, Home and End, go
/// over the samples, whose figures are told; Esc goes back to the latest. UI thread.
class ThroughputChart final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThroughputChart)

public:
    explicit ThroughputChart(QWidget *parent = nullptr);

    /// Oldest first, each so many seconds long; room for `places` of them.
    void setSamples(const QList<ThroughputSample> &samples, int secondsEach, qsizetype places);
    /// Of the sample pointed at, or the latest: "now: 340 requests/s, 1.2 MB/s, 64 in flight, 0 errors/s".
    [[nodiscard]] QString figures() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void figuresChanged(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    static constexpr int stripCount = 4;

    [[nodiscard]] QRect stripRect(int strip) const;
    [[nodiscard]] QRect plotRect(const QRect &strip) const;
    [[nodiscard]] int xOf(const QRect &plot, qsizetype sample) const;
    [[nodiscard]] QString ageText(qsizetype sample) const;
    void paintStrip(QPainter &painter, int strip) const;
    void paintLine(QPainter &painter, const QRect &plot, int strip, double top) const;
    void point(std::optional<qsizetype> fromLatest);

    QList<ThroughputSample> m_samples;
    int m_secondsEach = 1;
    qsizetype m_places = 1;
    std::optional<qsizetype> m_fromLatest; ///< the sample pointed at, counted back from the latest
};

} // namespace inflight
