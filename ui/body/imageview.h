// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobcontents.h"

#include <QFutureWatcher>
#include <QImage>
#include <QWidget>

namespace inflight {

/// An image, made as small as the place for it. It is decoded on a pool thread, and no larger than a screen
/// can show. UI thread.
class ImageView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageView)

public:
    explicit ImageView(QWidget *parent = nullptr);
    ~ImageView() override;

    void setBytes(const Body &body);
    /// "PNG, 640 × 480", or why there is nothing to see; empty while it is decoded.
    [[nodiscard]] const QString &said() const { return m_said; }

Q_SIGNALS:
    void decoded();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Decoded
    {
        QImage image; ///< null: it could not be decoded
        QString said;
    };
    static Decoded decode(const Body &body);

    QFutureWatcher<Decoded> m_decoding;
    QImage m_image;
    QString m_said;
};

} // namespace inflight
