// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/payloadtrail.h"

#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

Payload fetchedPayload()
{
    Payload payload;
    payload.body = Body("{\"a\":1}"_ba);
    payload.url = QUrl(u"https://example.org/a.json"_s);
    payload.contentType = "application/json";
    payload.proposedName = u"a.json"_s;
    payload.status = 200;
    payload.headers = {{"content-type", "application/json"}};
    payload.depth = 2;
    return payload;
}

Payload decodedPayload()
{
    Payload payload = fetchedPayload();
    payload.text = payload.body;
    payload.charset = "utf-8";
    payload.decoded = true;
    payload.decodedSize = 7;
    return payload;
}

Payload lastPayload(const Payload &decoded)
{
    Payload payload = decoded;
    payload.kind = ContentKind::Json;
    payload.sha256 = "00ff";
    payload.savedTo = u"/tmp/a.json"_s;
    payload.setValues(Body("1\n2\n"_ba), 2);
    payload.beside = Body("beside"_ba);
    payload.besideFault = u"none"_s;
    return payload;
}

bool shares(const Body &left, const Body &right)
{
    return left.size() == right.size() && left.bytes().data() == right.bytes().data();
}

bool shares(const std::optional<Body> &left, const std::optional<Body> &right)
{
    return left.has_value() == right.has_value() && (!left || shares(*left, *right));
}

/// The name of the first field in which they differ; empty: in none.
QString difference(const Payload &left, const Payload &right)
{
    const std::pair<const char *, bool> same[] = {
        {"body", shares(left.body, right.body)},
        {"url", left.url == right.url},
        {"contentType", left.contentType == right.contentType},
        {"proposedName", left.proposedName == right.proposedName},
        {"contentEncoding", left.contentEncoding == right.contentEncoding},
        {"text", shares(left.text, right.text)},
        {"charset", left.charset == right.charset},
        {"decoded", left.decoded == right.decoded},
        {"decodedSize", left.decodedSize == right.decodedSize},
        {"kind", left.kind == right.kind},
        {"sha256", left.sha256 == right.sha256},
        {"savedTo", left.savedTo == right.savedTo},
        {"status", left.status == right.status},
        {"headers", left.headers == right.headers},
        {"depth", left.depth == right.depth},
        {"values", shares(left.values, right.values)},
        {"valueCount", left.valueCount == right.valueCount},
        {"product", shares(left.product, right.product)},
        {"productType", left.productType == right.productType},
        {"beside", shares(left.beside, right.beside)},
        {"besideFault", left.besideFault == right.besideFault},
    };
    for (const auto &[name, isSame] : same) {
        if (!isSame)
            return QString::fromLatin1(name);
    }
    return {};
}

PayloadTrail trailOf(const QList<Payload> &payloads)
{
    return {payloads, payloads.constLast().url.toString(QUrl::FullyEncoded)};
}

int countBodies(const PayloadTrail &trail)
{
    int count = 0;
    trail.forEachBody([&count](const Body &) { ++count; });
    return count;
}

} // namespace

class TestPayloadTrail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyOneHasNothing()
    {
        QVERIFY(PayloadTrail().isEmpty());
        QVERIFY(PayloadTrail({}, {}).isEmpty());
        QCOMPARE(PayloadTrail().wholeOnes(), 0);
        QVERIFY(PayloadTrail().payloads().isEmpty());
    }

    void givesBackWhatStagesAdded()
    {
        const Payload decoded = decodedPayload();
        QList<Payload> payloads{fetchedPayload(), decoded, decoded, lastPayload(decoded)};
        payloads[0].body = decoded.body;
        const PayloadTrail trail = trailOf(payloads);
        QCOMPARE(trail.size(), 4);
        for (qsizetype i = 0; i < payloads.size(); ++i)
            QCOMPARE(difference(trail.at(i), payloads.at(i)), QString());
        QCOMPARE(trail.payloads().size(), 4);
        QCOMPARE(difference(trail.payloads().at(1), decoded), QString());
        QCOMPARE(trail.wholeOnes(), 1);
        QCOMPARE(countBodies(trail), 3); // text is the body
    }

    void whatWasReplacedIsKept()
    {
        Payload packed = fetchedPayload();
        packed.body = Body("packed"_ba);
        packed.contentEncoding = "gzip";
        const Payload decoded = decodedPayload();
        Payload product = lastPayload(decoded);
        product.setProduct(Body("thumbnail"_ba), "image/png");
        const QList<Payload> payloads{packed, decoded, lastPayload(decoded), product};
        const PayloadTrail trail = trailOf(payloads);
        for (qsizetype i = 0; i < payloads.size(); ++i)
            QCOMPARE(difference(trail.at(i), payloads.at(i)), QString());
        QCOMPARE(trail.wholeOnes(), 3); // values that became a product are another such case
    }

    void bodiesThatAreAlikeAreNotTheSame()
    {
        Payload other = decodedPayload();
        other.body = Body(QByteArray("{\"a\":1}")); // a literal's bytes would be those of the other one
        const QList<Payload> payloads{other, decodedPayload()};
        const PayloadTrail trail = trailOf(payloads);
        QCOMPARE(difference(trail.at(0), other), QString());
        QCOMPARE(trail.wholeOnes(), 2);
    }

    void noFieldIsForgotten()
    {
        const Payload full = [] {
            Payload payload = lastPayload(decodedPayload());
            payload.contentEncoding = "br";
            payload.product = Body("product"_ba);
            payload.productType = "text/plain";
            return payload;
        }();
        const PayloadTrail trail = trailOf({full, Payload(), full});
        QCOMPARE(difference(trail.at(0), full), QString());
        QCOMPARE(difference(trail.at(1), Payload()), QString());
        QCOMPARE(trail.wholeOnes(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPayloadTrail)
#include "tst_payloadtrail.moc"
