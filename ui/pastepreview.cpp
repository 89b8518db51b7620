// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pastepreview.h"

#include "jobs/humantext.h"
#include "jobs/requestgiven.h"
#include "ui/listtable.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QtConcurrentRun>

#include <limits>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Runs on a pool thread: a hundred thousand take longer than a frame.
QList<JobInput> toInputs(const QList<FoundRequest> &requests,
                         const std::shared_ptr<const RequestTemplate> &defaults)
{
    QList<JobInput> inputs;
    inputs.reserve(requests.size());
    std::shared_ptr<const RequestParts> lastParts;
    std::shared_ptr<const RequestTemplate> last = defaults;
    for (const FoundRequest &request : requests) {
        if (request.parts != lastParts) {
            lastParts = request.parts;
            last = lastParts ? requestGiven(lastParts->method, lastParts->headers, lastParts->body, defaults)
                             : defaults;
        }
        JobInput input{.url = request.url, .request = last};
        input.name = request.name;
        inputs.append(std::move(input));
    }
    return inputs;
}

/// As many as fit beside the tables; the rest is counted.
QString notesText(const QList<NotedLine> &notes)
{
    constexpr qsizetype most = 4;
    QStringList lines;
    for (const NotedLine &note : notes.first(std::min(most, notes.size())))
        lines.append(PastePreview::tr("Line %1: %2").arg(note.line).arg(note.note));
    if (notes.size() > most)
        lines.append(PastePreview::tr("and %1 more notes").arg(notes.size() - most));
    return lines.join(u'\n');
}

} // namespace

PastePreview::PastePreview(std::shared_ptr<const RequestTemplate> defaults, QWidget *parent)
    : QDialog(parent)
    , m_defaults(std::move(defaults))
    , m_from(new QLabel)
    , m_format(new QComboBox)
    , m_columnLabel(new QLabel(tr("C&olumn:")))
    , m_column(new QComboBox)
    , m_summary(new QLabel)
    , m_foundView(new QTableView)
    , m_expand(new QCheckBox)
    , m_dropDuplicates(new QCheckBox)
    , m_rejectedTitle(new QLabel)
    , m_rejectedView(new QTableView)
    , m_notes(new QLabel)
    , m_fetch(new QPushButton)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(u"pastePreview"_s);
    setAccessibleName(tr("Paste preview"));
    setWindowTitle(tr("Paste preview"));
    setModal(false);
    m_summary->setObjectName(u"pasteSummary"_s);
    m_notes->setObjectName(u"pasteNotes"_s);
    m_notes->setWordWrap(true);
    m_format->setObjectName(u"pasteFormat"_s);
    m_format->setAccessibleName(tr("Format"));
    m_format->addItem(tr("Recognised by content"));
    for (const InputFormat format : inputFormats())
        m_format->addItem(inputFormatName(format), static_cast<int>(format));
    m_column->setObjectName(u"pasteColumn"_s);
    m_column->setAccessibleName(tr("Column"));
    m_columnLabel->setBuddy(m_column);
    m_expand->setObjectName(u"pasteExpand"_s);
    m_expand->setChecked(true);
    m_dropDuplicates->setObjectName(u"pasteDuplicates"_s);
    m_dropDuplicates->setChecked(true);
    m_fetch->setObjectName(u"pasteFetch"_s);
    m_fetch->setDefault(true);
    m_cancel->setObjectName(u"pasteCancel"_s);
    m_cancel->setAutoDefault(false);
    setUpTables();
    layOut();
    connectParts();
    resize(140 * fontMetrics().averageCharWidth(), 38 * fontMetrics().lineSpacing());
}

PastePreview::~PastePreview()
{
    m_making.waitForFinished();
}

void PastePreview::setUpTables()
{
    m_foundView->setObjectName(u"foundRequests"_s);
    m_foundView->setAccessibleName(tr("Found requests"));
    m_foundView->setModel(&m_found);
    m_rejectedView->setObjectName(u"pasteRejected"_s);
    m_rejectedView->setAccessibleName(tr("Rejected lines"));
    m_rejectedView->setModel(&m_rejected);
    const int width = fontMetrics().averageCharWidth();
    for (QTableView *view : {m_foundView, m_rejectedView}) {
        makeListTable(*view, 8);
        view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
        view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }
    m_rejectedView->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                                    QAbstractItemView::AnyKeyPressed);
    m_foundView->horizontalHeader()->setSectionResizeMode(FoundRequests::Url, QHeaderView::Stretch);
    m_foundView->setColumnWidth(FoundRequests::Method, 10 * width);
    m_foundView->setColumnWidth(FoundRequests::Name, 24 * width);
    m_foundView->setColumnWidth(FoundRequests::Sends, 26 * width);
    m_foundView->setColumnWidth(FoundRequests::Line, 9 * width);
    m_rejectedView->setColumnWidth(RejectedEdits::Line, 9 * width);
    m_rejectedView->setColumnWidth(RejectedEdits::Text, 60 * width);
    m_rejectedView->horizontalHeader()->setSectionResizeMode(RejectedEdits::Reason, QHeaderView::Stretch);
}

void PastePreview::layOut()
{
    auto *formatLabel = new QLabel(tr("F&ormat:"));
    formatLabel->setBuddy(m_format);
    auto *top = new QHBoxLayout;
    top->addWidget(m_from, 1);
    top->addWidget(formatLabel);
    top->addWidget(m_format);
    top->addWidget(m_columnLabel);
    top->addWidget(m_column);

    auto *rejected = new QWidget;
    auto *rejectedLayout = new QVBoxLayout(rejected);
    rejectedLayout->setContentsMargins(0, 0, 0, 0);
    rejectedLayout->addWidget(m_rejectedTitle);
    rejectedLayout->addWidget(m_rejectedView, 1);
    auto *tables = new QSplitter(Qt::Vertical);
    tables->setChildrenCollapsible(false);
    tables->addWidget(m_foundView);
    tables->addWidget(rejected);
    tables->setStretchFactor(0, 3);
    tables->setStretchFactor(1, 2);
    m_rejectedTitle->setBuddy(m_rejectedView);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_expand);
    buttons->addWidget(m_dropDuplicates);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_fetch);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_summary);
    layout->addWidget(tables, 1);
    layout->addWidget(m_notes);
    layout->addLayout(buttons);
}

void PastePreview::connectParts()
{
    connect(&m_reading, &PasteReading::done, this, [this] { showReport(m_reading.report()); });
    connect(m_format, &QComboBox::activated, this, [this] {
        m_column->clear();
        readAgain();
    });
    connect(m_column, &QComboBox::activated, this, &PastePreview::readAgain);
    connect(m_expand, &QCheckBox::clicked, this, &PastePreview::readAgain);
    connect(m_dropDuplicates, &QCheckBox::toggled, this, [this](bool drop) {
        m_found.showRepeated(!drop);
        showCounts();
    });
    connect(&m_rejected, &RejectedEdits::edited, this, &PastePreview::readEdited, Qt::QueuedConnection);
    connect(m_fetch, &QPushButton::clicked, this, &PastePreview::fetch);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_making, &QFutureWatcherBase::finished, this, &PastePreview::submit);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, m_fetch,
                &QPushButton::click);
}

void PastePreview::open(const QString &source, const QString &text)
{
    m_fetchWhenRead = false;
    load(source, text);
    show();
    raise();
    activateWindow();
    m_foundView->setFocus();
}

void PastePreview::fetchAtOnce(const QString &source, const QString &text)
{
    m_fetchWhenRead = true;
    load(source, text);
}

void PastePreview::load(const QString &source, const QString &text)
{
    m_source = source;
    m_text = text;
    m_mended.clear();
    m_format->setCurrentIndex(0);
    m_column->clear();
    m_expand->setChecked(true);
    readAgain();
}

void PastePreview::readAgain()
{
    ReadingOptions options;
    if (const QVariant format = m_format->currentData(); format.isValid())
        options.format = static_cast<InputFormat>(format.toInt());
    if (m_column->currentIndex() >= 0)
        options.column = QString::number(m_column->currentIndex() + 1);
    options.expand = m_expand->isChecked();
    m_summary->setText(tr("Reading…"));
    m_fetch->setEnabled(false);
    m_reading.start(m_text, options);
}

void PastePreview::showReport(InputReport report)
{
    m_globs = report.globs;
    m_globUrls = report.globUrls;
    showFormat(report);
    showColumns(report.table);
    m_notes->setText(notesText(report.notes));
    m_notes->setVisible(!report.notes.isEmpty());
    m_found.setRequests(std::move(report.requests), std::move(report.repeated));
    m_rejected.setLines(std::move(report.rejected));
    mendAgain();
    showCounts();
    if (std::exchange(m_fetchWhenRead, false)) {
        if (m_rejected.rowCount() > 0)
            open(m_source, m_text);
        else
            fetch();
    }
}

void PastePreview::showFormat(const InputReport &report)
{
    m_from->setText(tr("%1: %2").arg(m_source, inputFormatName(report.format)));
    m_from->setToolTip(m_from->text());
}

void PastePreview::showColumns(const TableShape &table)
{
    const bool choice = table.columns.size() > 1;
    m_column->setVisible(choice);
    m_columnLabel->setVisible(choice);
    if (!choice || m_column->count() == table.columns.size())
        return;
    m_column->clear();
    m_column->addItems(table.columns);
    m_column->setCurrentIndex(table.url);
}

void PastePreview::showCounts()
{
    const int shown = m_found.rowCount();
    const int rejected = m_rejected.rowCount();
    QStringList parts{formatCounted(shown, tr("1 request"), tr("%1 requests"))};
    if (m_found.duplicates() > 0)
        parts.append(formatCounted(m_found.duplicates(), tr("1 duplicate"), tr("%1 duplicates")));
    if (rejected > 0)
        parts.append(formatCounted(rejected, tr("1 line rejected"), tr("%1 lines rejected")));
    m_summary->setText(parts.join(u" · "_s));

    const bool countable = m_globUrls < std::numeric_limits<qint64>::max();
    m_expand->setVisible(m_globs > 0);
    m_expand->setText(tr("&Expand ranges and lists (%1: %2 URLs)")
                          .arg(formatCounted(m_globs, tr("1 line"), tr("%1 lines")),
                               countable ? formatCount(static_cast<qint64>(m_globUrls)) : tr("countless")));
    m_dropDuplicates->setVisible(m_found.duplicates() > 0);
    m_dropDuplicates->setText(tr("Leave out &duplicates (%1)").arg(formatCount(m_found.duplicates())));
    m_rejectedTitle->setText(tr("&Rejected lines; edit the text to mend one:"));
    m_rejectedView->parentWidget()->setVisible(rejected > 0);
    m_fetch->setText(shown > 0 ? tr("&Fetch %1").arg(formatCount(shown)) : tr("&Fetch"));
    m_fetch->setAccessibleName(m_fetch->text().remove(u'&'));
    m_fetch->setEnabled(shown > 0);
}

/// Read in another way, the text is the one that was pasted.
void PastePreview::mendAgain()
{
    const QHash<int, QString> mended = m_mended;
    int lineBelow = 0;
    for (int row = m_rejected.rowCount() - 1; row >= 0 && !mended.isEmpty(); --row) {
        RejectedLine line = m_rejected.line(row);
        const auto text = mended.constFind(line.line);
        // Of several in one line, as JSON may have them, it is not known which one it was.
        const int lineAbove = row > 0 ? m_rejected.line(row - 1).line : 0;
        const bool isAlone = line.line != lineAbove && line.line != lineBelow;
        lineBelow = line.line;
        if (text == mended.cend() || !isAlone)
            continue;
        line.text = *text;
        m_rejected.replace(row, line);
        readEdited(row);
    }
}

/// A line is a URL or a curl command, whatever it stood in.
void PastePreview::readEdited(int row)
{
    if (row >= m_rejected.rowCount())
        return;
    m_mended.insert(m_rejected.line(row).line, m_rejected.line(row).text);
    RejectedLine line = m_rejected.line(row);
    ReadingOptions options;
    options.format = InputFormat::List;
    options.expand = m_expand->isChecked();
    InputReport report = readInput(line.text, options);
    if (!report.rejected.isEmpty()) {
        line.reason = report.rejected.first().reason;
        m_rejected.replace(row, line);
        return;
    }
    for (FoundRequest &request : report.requests)
        request.line = line.line;
    m_rejected.remove(row); // What was emptied is taken away.
    m_found.add(report.requests);
    showCounts();
}

void PastePreview::fetch()
{
    // A line that is being edited becomes what it says first, which is read by a queued call.
    const QWidget *const focus = focusWidget();
    if (focus && focus != m_rejectedView && m_rejectedView->isAncestorOf(focus)) {
        m_fetch->setFocus();
        QMetaObject::invokeMethod(this, &PastePreview::fetch, Qt::QueuedConnection);
        return;
    }
    if (m_reading.isRunning() || m_making.isRunning() || m_found.rowCount() == 0)
        return;
    m_fetch->setEnabled(false);
    m_making.setFuture(QtConcurrent::run(toInputs, m_found.shown(), m_defaults));
}

void PastePreview::submit()
{
    Q_EMIT fetchRequested(m_making.result());
    m_text.clear();
    m_found.setRequests({}, {});
    m_rejected.setLines({});
    accept();
}

} // namespace inflight
