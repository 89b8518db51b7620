// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aboutbox.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace inflight {

namespace {

struct AboutBoxText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::AboutBox)
};

} // namespace

void showAboutBox(QWidget &window)
{
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, AboutBoxText::tr("About Inflight"),
        AboutBoxText::tr("<h3>Inflight %1</h3><p>Fetches many URLs at once and shows what happens to each "
                         "of them, stage by stage.</p><p>Free software under the GNU General Public "
                         "License, version 3 or later.</p>")
            .arg(QStringLiteral(INFLIGHT_VERSION)),
        QMessageBox::Close, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(window.windowIcon().pixmap(64));
    box->open();
}

} // namespace inflight
