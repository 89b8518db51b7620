// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/listopener.h"

#include "jobs/humantext.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStringDecoder>
#include <QWidget>
#include <QtConcurrentRun>

namespace inflight {

namespace {

/// More than a million long URLs; a preview is no place for more.
constexpr qint64 mostOfList = 256LL * 1000 * 1000;

} // namespace

ListOpener::ListOpener(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    connect(&m_reading, &QFutureWatcherBase::finished, this, &ListOpener::finish);
}

ListOpener::~ListOpener()
{
    m_reading.waitForFinished();
}

void ListOpener::ask()
{
    auto *dialog = new QFileDialog(&m_window, tr("Open a list: URLs, CSV, JSON, HAR, cURL commands"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ListOpener::read);
    dialog->open();
}

void ListOpener::read(const QString &fileName)
{
    if (!m_reading.isRunning())
        m_reading.setFuture(QtConcurrent::run(&ListOpener::load, fileName));
}

ListOpener::TextOrProblem ListOpener::load(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return Problem{tr("%1 cannot be read: %2.").arg(fileName, file.errorString())};
    if (file.size() > mostOfList) {
        return Problem{tr("%1 is larger than %2. Use inflight --headless -i for lists of that size.")
                           .arg(fileName, formatBytes(mostOfList))};
    }
    const QByteArray bytes = file.readAll();
    const auto marked = QStringDecoder::encodingForData(bytes);
    QStringDecoder decoder(marked.value_or(QStringDecoder::Utf8));
    return Text{QFileInfo(fileName).fileName(), decoder(bytes)};
}

void ListOpener::finish()
{
    const TextOrProblem result = m_reading.result();
    if (const auto *problem = std::get_if<Problem>(&result))
        Q_EMIT failed(problem->message);
    else
        Q_EMIT opened(std::get<Text>(result).name, std::get<Text>(result).text);
}

} // namespace inflight
