// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/savedfiltersbutton.h"

#include "ui/panes/filterbox.h"
#include "ui/savedfilters.h"

#include <QInputDialog>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// A menu takes an ampersand for the sign of a key.
QString menuText(const QString &text)
{
    return QString(text).replace(u'&', "&&"_L1);
}

} // namespace

SavedFiltersButton::SavedFiltersButton(FilterBox &box, QWidget *parent)
    : QToolButton(parent)
    , m_box(box)
{
    setObjectName(u"savedFilters"_s);
    setAccessibleName(tr("Saved filters"));
    setText(tr("Saved"));
    setToolTip(tr("Filters that were saved under a name"));
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    menu()->setObjectName(u"savedFiltersMenu"_s);
    connect(menu(), &QMenu::aboutToShow, this, &SavedFiltersButton::fillMenu);
    fillMenu();
}

void SavedFiltersButton::fillMenu()
{
    QMenu &all = *menu();
    all.clear();
    qDeleteAll(all.findChildren<QMenu *>()); // clear() leaves what is below
    const QList<SavedFilter> filters = savedFilters();
    for (const SavedFilter &filter : filters) {
        QAction *const choose =
            all.addAction(menuText(filter.name), this, [this, text = filter.text] { m_box.setText(text); });
        choose->setToolTip(filter.text);
        choose->setStatusTip(filter.text);
    }
    all.setToolTipsVisible(true);
    all.addSeparator();
    QAction *const save = all.addAction(tr("&Save this filter…"), this, &SavedFiltersButton::askName);
    save->setStatusTip(tr("Keep what stands in the filter under a name"));
    save->setEnabled(m_box.isGood() && !m_box.text().trimmed().isEmpty());
    QMenu *const remove = all.addMenu(tr("&Remove"));
    remove->menuAction()->setStatusTip(tr("Forget a saved filter"));
    remove->setEnabled(!filters.isEmpty());
    for (const SavedFilter &filter : filters)
        remove->addAction(menuText(filter.name), this, [name = filter.name] { removeSavedFilter(name); });
}

void SavedFiltersButton::askName()
{
    auto *const dialog = new QInputDialog(window());
    dialog->setObjectName(u"filterName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this filter"));
    dialog->setLabelText(tr("Name; one that is there already is replaced:"));
    dialog->setTextValue(m_box.text().trimmed());
    connect(dialog, &QInputDialog::textValueSelected, this,
            [text = m_box.text().trimmed()](const QString &name) {
                if (!name.trimmed().isEmpty())
                    saveFilter({name.trimmed(), text});
            });
    dialog->open();
}

} // namespace inflight
