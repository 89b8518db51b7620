// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobcontents.h"
#include "ui/body/jsonslice.h"

#include <QAbstractItemModel>

#include <memory>
#include <stop_token>
#include <vector>

namespace inflight {

/// A JSON text as a tree. Members are looked for when somebody asks for more of them, some hundreds at a
/// time, on a pool thread; what is kept of each is where it stands in the text. UI thread.
class JsonTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonTreeModel)

public:
    enum Column { Key, Value, ColumnCount };
    /// Members that are looked for at once.
    static constexpr int sliceSize = 500;

    explicit JsonTreeModel(QObject *parent = nullptr);
    /// What is being looked for stops, and nobody hears of it.
    ~JsonTreeModel() override;

    /// UTF-8.
    void setText(const Body &body);
    /// The value's text as it stands there, at most `most` bytes of it.
    [[nodiscard]] QByteArrayView source(const QModelIndex &index, qint64 most) const;
    /// JSON pointer (RFC 6901) to it, from the value at the top.
    [[nodiscard]] QString pointer(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    /// The first members only: a tree view asks again with every change of its layout, and would have read
    /// all.
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    /// Whether there are members that are neither known nor being looked for.
    [[nodiscard]] bool canFetchSlice(const QModelIndex &parent) const;
    /// Looks for the next members.
    void fetchSlice(const QModelIndex &parent);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The text is no JSON from byte `offset` on.
    void broken(qint64 offset);

private:
    struct Node
    {
        JsonPart part;
        Node *parent = nullptr;
        int row = 0;
        std::vector<std::unique_ptr<Node>> members;
        qint64 next = 0;       ///< JsonSlice::next
        bool complete = false; ///< all members are known
        bool pending = false;  ///< more of them are being looked for
    };

    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node &node) const;
    void take(Node &node, const JsonSlice &slice);
    [[nodiscard]] QString keyText(const Node &node) const;
    [[nodiscard]] QString valueText(const Node &node, qint64 most) const;

    Body m_body;
    std::unique_ptr<Node> m_top;
    std::stop_source m_stop;
    quint64 m_generation = 0; ///< counts the texts: what was looked for in an earlier one is passed over
};

} // namespace inflight
