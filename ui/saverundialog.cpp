// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/saverundialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// A file for a run of this title.
QString proposedFile(const QString &title)
{
    static const QRegularExpression unfit(u"[^\\w.-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QString name = QString(title).replace(unfit, u"_"_s).left(80);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir::toNativeSeparators((QFileInfo(folder).isDir() ? folder : QDir::homePath()) + u'/' + name +
                                    ".inflight"_L1);
}

} // namespace

SaveRunDialog::SaveRunDialog(const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_file(new QLineEdit(proposedFile(title)))
    , m_bodies(new QCheckBox(tr("With the &bodies that were received")))
    , m_secrets(new QCheckBox(tr("With &secrets: cookies, passwords, keys and tokens")))
    , m_remark(new QLabel)
    , m_save(new QPushButton(tr("Save")))
{
    setObjectName(u"saveRun"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Save run as"));
    m_file->setObjectName(u"saveRunFile"_s);
    m_file->setAccessibleName(tr("File"));
    m_file->setMinimumWidth(52 * fontMetrics().averageCharWidth());
    m_bodies->setObjectName(u"saveRunBodies"_s);
    m_bodies->setChecked(true);
    m_secrets->setObjectName(u"saveRunSecrets"_s);
    m_remark->setObjectName(u"saveRunRemark"_s);
    m_remark->setWordWrap(true);
    m_save->setObjectName(u"saveRunNow"_s);
    m_save->setDefault(true);
    auto *browseButton = new QPushButton(tr("Browse…"));
    browseButton->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);

    auto *label = new QLabel(tr("&File:"));
    label->setBuddy(m_file);
    auto *place = new QHBoxLayout;
    place->addWidget(label);
    place->addWidget(m_file, 1);
    place->addWidget(browseButton);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(place);
    layout->addWidget(m_bodies);
    layout->addWidget(m_secrets);
    layout->addWidget(m_remark);
    layout->addStretch(1);
    layout->addLayout(buttons);

    connect(m_file, &QLineEdit::textChanged, this, &SaveRunDialog::check);
    connect(m_secrets, &QCheckBox::toggled, this, &SaveRunDialog::check);
    connect(browseButton, &QPushButton::clicked, this, &SaveRunDialog::browse);
    connect(m_save, &QPushButton::clicked, this, &SaveRunDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    check();
}

void SaveRunDialog::browse()
{
    auto *dialog = new QFileDialog(this, windowTitle());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"inflight"_s);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // the remark says it
    dialog->selectFile(m_file->text());
    connect(dialog, &QFileDialog::fileSelected, m_file,
            [this](const QString &file) { m_file->setText(QDir::toNativeSeparators(file)); });
    dialog->open();
}

void SaveRunDialog::check()
{
    const QFileInfo file(m_file->text());
    const bool hasFolder = file.dir().exists();
    const bool isFile = !m_file->text().isEmpty() && !file.isDir() && hasFolder;
    QStringList remarks;
    if (!hasFolder)
        remarks.append(tr("There is no folder %1.").arg(QDir::toNativeSeparators(file.path())));
    else if (isFile && file.exists())
        remarks.append(tr("That file is there already and will be replaced."));
    remarks.append(m_secrets->isChecked()
                       ? tr("Whoever gets the file gets the secrets, too.")
                       : tr("Secrets are shown as ••• in it. Bodies and outputs are as they are."));
    m_remark->setText(remarks.join(u' '));
    m_save->setEnabled(isFile);
    // A layout does not make room for a text that takes another line now.
    if (isVisible())
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void SaveRunDialog::save()
{
    Q_EMIT saveRequested(
        QDir::fromNativeSeparators(m_file->text()),
        {m_bodies->isChecked(), m_secrets->isChecked() ? Secrets::Shown : Secrets::Redacted});
    accept();
}

} // namespace inflight
