// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/contentview.h"

#include "jobs/humantext.h"
#include "ui/body/csvtable.h"
#include "ui/body/imageview.h"
#include "ui/body/jsontree.h"
#include "ui/body/rowsview.h"
#include "ui/body/textview.h"
#include "ui/panes/notice.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QStackedWidget>

#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString mannerName(ContentView::Manner manner)
{
    switch (manner) {
    case ContentView::Manner::Tree:
        return ContentView::tr("Tree");
    case ContentView::Manner::Text:
        return ContentView::tr("Text");
    case ContentView::Manner::Table:
        return ContentView::tr("Table");
    case ContentView::Manner::Image:
        return ContentView::tr("Image");
    case ContentView::Manner::Hex:
    case ContentView::Manner::Count:
        break;
    }
    return ContentView::tr("Hex");
}

/// For objectNames.
QLatin1StringView mannerObject(ContentView::Manner manner)
{
    constexpr std::array names{"Tree"_L1, "TextView"_L1, "Table"_L1, "Image"_L1, "Hex"_L1};
    return names.at(static_cast<std::size_t>(manner));
}

} // namespace

ContentView::ContentView(const QString &name)
    : m_name(name)
    , m_choice(new QComboBox)
    , m_about(new QLabel)
    , m_notice(new Notice(Tone::Caution, Glyph::Alert))
    , m_stack(new QStackedWidget)
{
    setObjectName(name + u"Content"_s);
    m_choice->setObjectName(name + u"Manner"_s);
    m_choice->setAccessibleName(tr("Show as"));
    m_choice->setToolTip(tr("How it is shown"));
    for (int manner = 0; manner < static_cast<int>(Manner::Count); ++manner)
        m_choice->addItem(mannerName(static_cast<Manner>(manner)));
    m_about->setObjectName(name + u"About"_s);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setMinimumWidth(1); // A long type gives way.
    m_notice->setObjectName(name + u"Notice"_s);
    m_notice->say({});
    auto *const row = new QHBoxLayout;
    row->addWidget(m_choice);
    row->addWidget(m_about, 1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    connect(m_choice, &QComboBox::activated, this, &ContentView::choose);
}

void ContentView::setContent(const Content &content)
{
    const auto sameBytes = [](const Body &left, const Body &right) {
        return left.size() == right.size() && left.bytes().data() == right.bytes().data();
    };
    if (m_stack->count() > 0 && m_content.kind == content.kind && sameBytes(m_content.bytes, content.bytes) &&
        sameBytes(m_content.readable(), content.readable()))
        return;
    m_content = content;
    const QString type = QString::fromLatin1(content.type);
    const QString size = formatBytes(content.bytes.size());
    m_about->setText(type.isEmpty() ? size : tr("%1, %2").arg(size, type));
    m_about->setToolTip(m_about->text());
    showAs(mannerFor(content.kind));
}

void ContentView::clear()
{
    m_content = {};
    if (m_stack->count() > 0)
        showAs(Manner::Hex);
    m_content.kind = ContentKind::Empty;
}

ContentView::Manner ContentView::mannerFor(ContentKind kind) const
{
    if (const auto chosen = m_chosen.constFind(kind); chosen != m_chosen.constEnd() && fits(*chosen))
        return *chosen;
    switch (kind) {
    case ContentKind::Json:
        return Manner::Tree;
    case ContentKind::Csv:
        return Manner::Table;
    case ContentKind::Image:
        return Manner::Image;
    case ContentKind::Text:
    case ContentKind::Html:
    case ContentKind::Xml:
        return Manner::Text;
    case ContentKind::Unknown:
    case ContentKind::Empty:
    case ContentKind::Binary:
        break;
    }
    return m_content.text ? Manner::Text : Manner::Hex;
}

/// What is no text is no tree and no table.
bool ContentView::fits(Manner manner) const
{
    return m_content.text || manner == Manner::Hex || manner == Manner::Image || manner == Manner::Text;
}

void ContentView::choose(int index)
{
    const auto manner = static_cast<Manner>(index);
    m_chosen.insert(m_content.kind, manner);
    showAs(manner);
}

void ContentView::showAs(Manner manner)
{
    m_notice->say({});
    m_choice->setCurrentIndex(static_cast<int>(manner));
    QWidget *const view = viewFor(manner);
    m_stack->setCurrentWidget(view);
    switch (manner) {
    case Manner::Tree:
        return m_tree->setText(m_content.readable());
    case Manner::Text:
        return m_text->setText(m_content.readable());
    case Manner::Table:
        return m_table->setText(m_content.readable());
    case Manner::Image:
        return m_image->setBytes(m_content.bytes);
    case Manner::Hex:
    case Manner::Count:
        return m_hex->setRows(std::make_shared<HexRows>(m_content.bytes));
    }
}

QWidget *ContentView::viewFor(Manner manner)
{
    QWidget *const known = manner == Manner::Tree    ? static_cast<QWidget *>(m_tree)
                           : manner == Manner::Text  ? static_cast<QWidget *>(m_text)
                           : manner == Manner::Table ? static_cast<QWidget *>(m_table)
                           : manner == Manner::Image ? static_cast<QWidget *>(m_image)
                                                     : static_cast<QWidget *>(m_hex);
    if (known)
        return known;
    QWidget *const made = makeView(manner);
    made->setObjectName(m_name + mannerObject(manner));
    m_stack->addWidget(made);
    return made;
}

QWidget *ContentView::makeView(Manner manner)
{
    switch (manner) {
    case Manner::Tree:
        m_tree = new JsonTree;
        connect(&m_tree->json(), &JsonTreeModel::broken, this, [this](qint64 offset) {
            m_notice->say(tr("From byte %1 on this is no JSON.").arg(formatCount(offset + 1)));
        });
        return m_tree;
    case Manner::Text:
        return m_text = new TextView(m_name);
    case Manner::Table:
        m_table = new CsvTable;
        connect(&m_table->csv(), &CsvModel::completed, this, [this](bool isCut) {
            m_notice->say(isCut ? tr("Only the first %1 rows are shown.").arg(formatCount(CsvIndex::mostRows))
                                : QString());
        });
        return m_table;
    case Manner::Image:
        m_image = new ImageView;
        connect(m_image, &ImageView::decoded, this, [this] {
            if (m_stack->currentWidget() == m_image)
                m_about->setText(tr("%1, %2").arg(formatBytes(m_content.bytes.size()), m_image->said()));
        });
        return m_image;
    case Manner::Hex:
    case Manner::Count:
        break;
    }
    m_hex = new RowsView;
    m_hex->setAccessibleName(tr("Bytes in hexadecimal"));
    return m_hex;
}

QWidget *ContentView::keyboardTarget() const
{
    QWidget *const view = m_stack->currentWidget();
    return view ? (view->focusProxy() ? view->focusProxy() : view) : m_choice;
}

} // namespace inflight
