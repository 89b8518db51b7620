// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/foundrequests.h"

#include "jobs/humantext.h"
#include "net/redaction.h"
#include "ui/panes/html.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

void FoundRequests::setRequests(QList<FoundRequest> requests, QList<bool> repeated)
{
    beginResetModel();
    m_requests = std::move(requests);
    m_repeated = std::move(repeated);
    m_keys.clear();
    chooseRows();
    endResetModel();
}

void FoundRequests::add(const QList<FoundRequest> &requests)
{
    beginResetModel();
    if (m_keys.isEmpty()) {
        for (const FoundRequest &request : std::as_const(m_requests))
            m_keys.insert(request.key);
    }
    for (const FoundRequest &request : requests) {
        m_repeated.append(m_keys.contains(request.key));
        m_keys.insert(request.key);
        m_requests.append(request);
    }
    chooseRows();
    endResetModel();
}

void FoundRequests::showRepeated(bool show)
{
    if (show == m_showsRepeated)
        return;
    beginResetModel();
    m_showsRepeated = show;
    chooseRows();
    endResetModel();
}

void FoundRequests::chooseRows()
{
    m_duplicates = m_repeated.count(true);
    m_rows.clear();
    m_rows.reserve(m_requests.size());
    for (int i = 0; i < m_requests.size(); ++i) {
        if (m_showsRepeated || !m_repeated.at(i))
            m_rows.append(i);
    }
}

QList<FoundRequest> FoundRequests::shown() const
{
    if (m_rows.size() == m_requests.size())
        return m_requests;
    QList<FoundRequest> shown;
    shown.reserve(m_rows.size());
    for (const int row : m_rows)
        shown.append(m_requests.at(row));
    return shown;
}

int FoundRequests::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FoundRequests::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Count;
}

QVariant FoundRequests::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Line)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString shown = text(m_requests.at(m_rows.at(index.row())), index.column());
    return role == Qt::ToolTipRole ? Html::tip(shown) : shown;
}

QString FoundRequests::text(const FoundRequest &request, int column) const
{
    const RequestParts *const parts = request.parts.get();
    switch (column) {
    case Url:
        return displayUrl(request.url, Secrets::Redacted);
    case Method:
        if (parts && !parts->method.isEmpty())
            return QString::fromUtf8(parts->method);
        return parts && !parts->body.isEmpty() ? u"POST"_s : u"GET"_s;
    case Name:
        return request.name;
    case Sends: {
        QStringList what;
        if (parts && !parts->headers.isEmpty())
            what.append(parts->headers.size() == 1 ? tr("1 header")
                                                   : tr("%1 headers").arg(parts->headers.size()));
        if (parts && !parts->body.isEmpty())
            what.append(tr("body of %1").arg(formatBytes(parts->body.size())));
        return what.join(u", "_s);
    }
    default:
        return QString::number(request.line);
    }
}

QVariant FoundRequests::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Line)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Url:
        return tr("URL");
    case Method:
        return tr("Method");
    case Name:
        return tr("Name");
    case Sends:
        return tr("Sends");
    default:
        return tr("Line");
    }
}

} // namespace inflight
