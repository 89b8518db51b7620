// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exportdialog.h"

#include "jobs/humantext.h"
#include "jobs/recordcolumns.h"
#include "ui/panes/columnslist.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QShowEvent>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct FormatText
{
    OutputFormat format;
    QString name;
    QString about;
};

QList<FormatText> formatTexts()
{
    return {
        {OutputFormat::Csv, ExportDialog::tr("CSV"),
         ExportDialog::tr("A table for spreadsheets and scripts; what looks like a formula is made text.")},
        {OutputFormat::JsonLines, ExportDialog::tr("JSON Lines"),
         ExportDialog::tr("One object a job, with everything that is known of it.")},
        {OutputFormat::Har, ExportDialog::tr("HAR"),
         ExportDialog::tr("An archive that the network panels of browsers open; has the bodies, too.")},
        {OutputFormat::JUnit, ExportDialog::tr("JUnit XML"),
         ExportDialog::tr("A test report for CI: each job is a test case.")},
        {OutputFormat::Sqlite, ExportDialog::tr("SQLite"),
         ExportDialog::tr("A database with the table “jobs”; each row has the whole record, too.")},
        {OutputFormat::Folder, ExportDialog::tr("Folder of bodies"),
         ExportDialog::tr("Each body as a file, and index.jsonl, which names them.")},
    };
}

QString firstPlace()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = QFileInfo(documents).isDir() ? documents : QDir::homePath();
    const QString day = QDateTime::currentDateTime().toString(u"yyyy-MM-dd"_s);
    return QDir::toNativeSeparators(
        QDir(folder).filePath("inflight-"_L1 + day + outputFormatSuffix(OutputFormat::Csv)));
}

} // namespace

ExportDialog::ExportDialog(QWidget *parent)
    : QDialog(parent)
    , m_formats(new QComboBox)
    , m_about(new QLabel)
    , m_columnsLabel(new QLabel(tr("Co&lumns:")))
    , m_columns(new ColumnsList(recordColumnNames(), usualColumnNames()))
    , m_scopes(new QButtonGroup(this))
    , m_leftOut(new QLabel)
    , m_withSecrets(new QCheckBox(tr("With &secrets")))
    , m_place(new QLineEdit(firstPlace()))
    , m_remark(new QLabel)
    , m_export(new QPushButton(tr("&Export")))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export"));
    makeFormats();
    m_withSecrets->setObjectName(u"exportSecrets"_s);
    m_withSecrets->setAccessibleName(tr("With secrets"));
    m_withSecrets->setToolTip(
        tr("Passwords, tokens, cookies and the like as they are; otherwise dots stand in their place"));
    m_export->setObjectName(u"exportNow"_s);
    m_export->setAccessibleName(tr("Export"));
    m_about->setWordWrap(true);
    m_remark->setWordWrap(true);
    m_remark->setObjectName(u"exportRemark"_s);
    layOut();
    connect(m_formats, &QComboBox::currentIndexChanged, this, &ExportDialog::takeFormat);
    connect(m_place, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(m_place, &QLineEdit::textEdited, this, &ExportDialog::takeSuffix);
    connect(m_columns, &ColumnsList::changed, this, &ExportDialog::check);
    connect(m_scopes, &QButtonGroup::idToggled, this, &ExportDialog::check);
    takeFormat();
}

/// Secrets are asked for each time.
void ExportDialog::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        m_withSecrets->setChecked(false);
    QDialog::showEvent(event);
}

void ExportDialog::makeFormats()
{
    m_formats->setObjectName(u"exportFormat"_s);
    m_formats->setAccessibleName(tr("Format"));
    for (const FormatText &text : formatTexts())
        m_formats->addItem(text.name, QVariant::fromValue(static_cast<int>(text.format)));
}

void ExportDialog::layOut()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Format:"), m_formats);
    form->addRow({}, m_about);
    m_columnsLabel->setBuddy(m_columns);
    form->addRow(m_columnsLabel, m_columns);
    form->addRow(tr("Jobs:"), makeScopes());
    form->addRow({}, m_withSecrets);
    auto *placeLabel = new QLabel(tr("&Where to:"));
    placeLabel->setBuddy(m_place);
    form->addRow(placeLabel, makePlace());
    form->addRow({}, m_remark);
    form->addRow(buttons);
    m_export->setDefault(true);
    setMinimumWidth(72 * fontMetrics().averageCharWidth());
}

QWidget *ExportDialog::makeScopes()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    constexpr std::array names{"exportAll"_L1, "exportShown"_L1, "exportSelected"_L1};
    for (int id = 0; id < static_cast<int>(names.size()); ++id) {
        auto *button = new QRadioButton;
        button->setObjectName(names.at(static_cast<std::size_t>(id)));
        m_scopes->addButton(button, id);
        layout->addWidget(button);
    }
    m_scopes->button(0)->setChecked(true);
    layout->addWidget(m_leftOut);
    return box;
}

QWidget *ExportDialog::makePlace()
{
    m_place->setObjectName(u"exportPlace"_s);
    m_place->setAccessibleName(tr("Where to"));
    auto *browseButton = new QPushButton(tr("&Browse…"));
    browseButton->setObjectName(u"exportBrowse"_s);
    browseButton->setAutoDefault(false);
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_place, 1);
    layout->addWidget(browseButton);
    return box;
}

void ExportDialog::setCounts(const ExportCounts &counts)
{
    const std::array numbers{counts.all, counts.shown, counts.selected};
    const std::array texts{tr("&All that have ended: %1"), tr("Those of them that are s&hown: %1"),
                           tr("Those of them that are sele&cted: %1")};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        QAbstractButton *button = m_scopes->button(static_cast<int>(i));
        button->setText(texts.at(i).arg(formatCount(numbers.at(i))));
        button->setEnabled(numbers.at(i) > 0);
    }
    if (!m_scopes->checkedButton()->isEnabled())
        m_scopes->button(0)->setChecked(true);
    m_leftOut->setText(
        counts.unfinished == 1
            ? tr("1 job has not ended yet and is left out.")
            : tr("%1 jobs have not ended yet and are left out.").arg(formatCount(counts.unfinished)));
    m_leftOut->setVisible(counts.unfinished > 0);
    check();
}

ExportScope ExportDialog::scope() const
{
    return static_cast<ExportScope>(m_scopes->checkedId());
}

OutputFormat ExportDialog::format() const
{
    return static_cast<OutputFormat>(m_formats->currentData().toInt());
}

QString ExportDialog::path() const
{
    const QString text = QDir::fromNativeSeparators(m_place->text().trimmed());
    const QString full = text.startsWith("~/"_L1) ? QDir::homePath() + text.sliced(1) : text;
    return full.isEmpty() ? full : QDir::cleanPath(QDir::home().absoluteFilePath(full));
}

ExportOrder ExportDialog::order() const
{
    return {.path = path(),
            .format = format(),
            .columns = m_columns->chosen(),
            .secrets = m_withSecrets->isChecked() ? Secrets::Shown : Secrets::Redacted};
}

/// The suffix follows the format where it was that of another one.
void ExportDialog::takeFormat()
{
    QString place = m_place->text();
    if (const auto named = outputFormatBySuffix(place)) {
        const bool isFolder = named == OutputFormat::Folder;
        place.truncate(isFolder ? place.size() - 1 : place.lastIndexOf(u'.'));
        m_place->setText(place + outputFormatSuffix(format()));
    }
    showFormat();
}

/// The format follows the suffix that somebody gives the file. A name that ends in a slash may go on.
void ExportDialog::takeSuffix()
{
    const auto named = outputFormatBySuffix(m_place->text());
    if (!named || named == format() || named == OutputFormat::Folder)
        return;
    const QSignalBlocker quiet(m_formats); // the suffix stays as it was typed
    m_formats->setCurrentIndex(m_formats->findData(static_cast<int>(*named)));
    showFormat();
}

void ExportDialog::showFormat()
{
    m_about->setText(formatTexts().at(m_formats->currentIndex()).about);
    const bool hasColumns = format() == OutputFormat::Csv;
    m_columns->setVisible(hasColumns);
    m_columnsLabel->setVisible(hasColumns);
    check();
    adjustSize();
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Where to"), QFileInfo(path()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (format() == OutputFormat::Folder) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(outputFormatSuffix(format()).sliced(1));
        dialog->selectFile(QFileInfo(path()).fileName());
    }
    connect(dialog, &QFileDialog::fileSelected, m_place, [this](const QString &chosen) {
        m_place->setText(QDir::toNativeSeparators(chosen));
        takeSuffix();
    });
    dialog->open();
}

/// What is in the way, or what a person should know; empty when nothing.
QString ExportDialog::remark() const
{
    const QFileInfo info(path());
    if (path().isEmpty())
        return tr("Say where to write it.");
    if (format() == OutputFormat::Csv && m_columns->chosen().isEmpty())
        return tr("Choose a column.");
    if (format() == OutputFormat::Folder)
        return info.exists() && !info.isDir() ? tr("That is a file, not a folder.") : QString();
    if (info.isDir())
        return tr("That is a folder: give the file a name.");
    if (!info.dir().exists())
        return tr("There is no folder %1.").arg(QDir::toNativeSeparators(info.path()));
    return info.exists() ? tr("The file is there already and will be replaced.") : QString();
}

void ExportDialog::check()
{
    const QString said = remark();
    const bool replaces = QFileInfo(path()).isFile() && format() != OutputFormat::Folder;
    m_remark->setText(said);
    m_remark->setVisible(!said.isEmpty());
    m_export->setEnabled((said.isEmpty() || (replaces && !m_columns->chosen().isEmpty())) &&
                         m_scopes->checkedButton()->isEnabled());
}

} // namespace inflight
