// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "input/inputreport.h"
#include "input/urlline.h"

#include <QUrl>

#include <algorithm>

using namespace inflight;
using namespace inflight::fuzzing;
using namespace Qt::StringLiterals;

namespace {

void checkAccepted(const FoundRequest &request)
{
    const QUrl url(request.url, QUrl::StrictMode);
    require(url.isValid() && !url.host().isEmpty(), "an accepted URL is a URL");
    require(url.scheme() == "http"_L1 || url.scheme() == "https"_L1, "it is http or https");
    require(std::ranges::all_of(request.url, [](QChar c) { return c > u' ' && c < u'\x7f'; }),
            "it has no character that could end a line or a header");
    require(request.line > 0, "it has a line");
    if (!request.parts)
        return;
    require(std::ranges::none_of(request.parts->method, [](char c) { return c <= ' ' || c == '\x7f'; }),
            "a method cannot end a line");
    for (const auto &[name, value] : request.parts->headers) {
        require(!name.isEmpty() && !name.contains(':') && !name.contains('\n'), "a header has a name");
        require(!value.contains('\n') && !value.contains('\r') && !value.contains('\0'),
                "a header's value cannot end its line");
    }
}

void check(const InputReport &report)
{
    for (const FoundRequest &request : report.requests)
        checkAccepted(request);
    for (const RejectedLine &line : report.rejected)
        require(!line.reason.isEmpty() && line.line > 0, "what is rejected has a line and a reason");
    require(report.repeated.size() == report.requests.size() &&
                report.repeated.count(true) == report.duplicates,
            "duplicates are counted");
}

/// What is found, as one text.
class Found final : public RequestSink
{
public:
    void accept(FoundRequest request) override
    {
        text += u'+' + QString::number(request.line) + request.key + request.name;
    }
    void reject(RejectedLine line) override { text += u'-' + QString::number(line.line) + line.reason; }

    QString text;
};

QString foundInPieces(const QString &text, const ReadingOptions &options, qsizetype size)
{
    Found found;
    InputReader reader(options, found);
    for (qsizetype at = 0; at < text.size(); at += size)
        reader.feed(QStringView(text).sliced(at, std::min(size, text.size() - at)));
    reader.finish();
    return found.text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    ReadingOptions options;
    const QList<InputFormat> formats = inputFormats();
    const qsizetype chosen = input.takeByte() % (formats.size() + 4);
    if (chosen < formats.size())
        options.format = formats.at(chosen);
    const QString text = QString::fromUtf8(input.rest());
    if (text.count(u'[') > 3 || text.count(u'{') > 3)
        options.expand = false; // A million URLs are found soon, and take their time.
    check(readInput(text, options));
    require(foundInPieces(text, options, 7) == foundInPieces(text, options, text.size() + 1),
            "what is found does not depend on where pieces are cut");
    return 0;
}
