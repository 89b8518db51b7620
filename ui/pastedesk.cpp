// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pastedesk.h"

#include "input/inputformat.h"
#include "ui/listopener.h"
#include "ui/localfiles.h"
#include "ui/pastepreview.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

bool canTake(const QMimeData *data)
{
    return data && (data->hasUrls() || data->hasText() || data->hasHtml());
}

/// The text, unless a browser's selection has its links in the HTML alone.
QString textOf(const QMimeData &data)
{
    const QString text = data.text();
    const bool says = text.contains("://"_L1) || recogniseInput(text) != InputFormat::List;
    return data.hasHtml() && !says && data.html().contains("href"_L1) ? data.html() : text;
}

} // namespace

PasteDesk::PasteDesk(QWidget &window, std::shared_ptr<const RequestTemplate> defaults)
    : QObject(&window)
    , m_preview(new PastePreview(std::move(defaults), &window))
    , m_opener(new ListOpener(window))
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
    connect(m_preview, &PastePreview::fetchRequested, this, &PasteDesk::fetchRequested);
    connect(m_opener, &ListOpener::opened, this, &PasteDesk::openText);
    connect(m_opener, &ListOpener::failed, this, &PasteDesk::failed);
}

void PasteDesk::openFile()
{
    m_opener->ask();
}

bool PasteDesk::isOpen() const
{
    return m_preview->isVisible();
}

void PasteDesk::openClipboard()
{
    const QMimeData *const data = QGuiApplication::clipboard()->mimeData();
    if (canTake(data))
        take(tr("Clipboard"), *data);
    else
        Q_EMIT failed(tr("There is no text on the clipboard."));
}

void PasteDesk::openText(const QString &source, const QString &text)
{
    m_preview->open(source, text);
}

void PasteDesk::fetchText(const QString &source, const QString &text)
{
    m_preview->fetchAtOnce(source, text);
}

void PasteDesk::take(const QString &source, const QMimeData &data)
{
    const QStringList files = localFiles(data);
    if (files.isEmpty())
        openText(source, textOf(data));
    else
        openFiles(files);
}

void PasteDesk::openFiles(const QStringList &files)
{
    if (files.size() > 1)
        Q_EMIT failed(tr("One list at a time: %1 is opened, the others are not.").arg(files.constFirst()));
    m_opener->read(files.constFirst());
}

bool PasteDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        auto *const drag = static_cast<QDragMoveEvent *>(event);
        if (canTake(drag->mimeData())) {
            drag->acceptProposedAction();
            return true;
        }
    } else if (event->type() == QEvent::Drop) {
        auto *const drop = static_cast<QDropEvent *>(event);
        if (canTake(drop->mimeData())) {
            drop->acceptProposedAction();
            take(tr("Dropped"), *drop->mimeData());
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace inflight
