// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "pipeline/content/csv.h"
#include "pipeline/content/html.h"
#include "pipeline/content/image.h"
#include "pipeline/content/recognise.h"
#include "pipeline/content/xml.h"
#include "pipeline/text/utf8.h"

using namespace inflight;
using namespace inflight::fuzzing;

/// A Content-Type and a body, with '|' between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const MediaType type = MediaType::parse(input.takeField());
    const QByteArray body = input.rest();
    require(type.essence == type.essence.toLower(), "a type is in lower case");
    require(MediaType::parse(type.essence).essence == type.essence, "a type read again is the same");
    if (recognise(type, QUrl(), body).kind == ContentKind::Image) {
        const Outcome<QString> image = describeImage(type, body);
        require(!image.failed() || !image.fault().message.isEmpty(), "a fault says what is wrong");
    }
    if (validUtf8Prefix(body) != body.size())
        return 0;
    require(htmlTitle(body).size() <= 80, "a title is short");
    const Outcome<XmlSummary> xml = checkXml(body, {});
    require(!xml.succeeded() || (xml.value().elements >= 1 && !xml.value().root.isEmpty()),
            "a document has a root");
    require(!xml.failed() || !xml.fault().message.isEmpty(), "a fault says what is wrong");
    const Outcome<CsvSummary> table = summariseCsv(body, {});
    require(table.succeeded() && table.value().ragged <= table.value().rows, "a table has no faults");
    return 0;
}
