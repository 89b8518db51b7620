// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/payload.h"

namespace inflight {

namespace {

/// More than recognising a body and showing its first lines take.
constexpr qint64 beginningSize = 64 * 1024;

} // namespace

Body Payload::current() const
{
    if (values)
        return *values;
    return product.value_or(body);
}

Body Payload::currentText() const
{
    if (values || product)
        return current();
    return text.value_or(body);
}

QByteArray Payload::currentType() const
{
    if (values)
        return valueCount == 1 ? QByteArrayLiteral("application/json")
                               : QByteArrayLiteral("application/x-ndjson");
    return product ? productType : contentType;
}

void Payload::setValues(Body lines, qint64 count)
{
    values = std::move(lines);
    valueCount = count;
    product.reset();
    productType.clear();
}

void Payload::setProduct(Body bytes, QByteArray type)
{
    product = std::move(bytes);
    productType = std::move(type);
    values.reset();
    valueCount = 0;
}

void Payload::keepBeginning()
{
    body = Body(body.first(beginningSize));
    if (text)
        text = Body(text->first(beginningSize));
}

} // namespace inflight
