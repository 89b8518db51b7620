// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/hasher.h"

#include <QTest>

#include <algorithm>

using namespace inflight;

using Algorithm = QCryptographicHash::Algorithm;

/// OpenSSL's hashes are those of Qt.
class TestHasher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheOneOfTheStandard_data()
    {
        QTest::addColumn<Algorithm>("algorithm");
        QTest::addColumn<QByteArray>("hex");
        // Of "abc": RFC 1321, A.5, and FIPS 180-4's examples.
        QTest::newRow("md5") << Algorithm::Md5 << QByteArray("900150983cd24fb0d6963f7d28e17f72");
        QTest::newRow("sha1") << Algorithm::Sha1 << QByteArray("a9993e364706816aba3e25717850c26c9cd0d89d");
        QTest::newRow("sha256") << Algorithm::Sha256
                                << QByteArray(
                                       "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("sha512") << Algorithm::Sha512
                                << QByteArray(
                                       "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                                       "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
    }
    void isTheOneOfTheStandard()
    {
        QFETCH(Algorithm, algorithm);
        Hasher hasher(algorithm);
        hasher.addData("abc");
        QTEST(hasher.result().toHex(), "hex");
    }

    void piecesAreTheSameAsTheWhole_data()
    {
        QTest::addColumn<Algorithm>("algorithm");
        for (const Algorithm each : {Algorithm::Md5, Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512,
                                     Algorithm::Sha3_256}) // the last one is left to Qt
            QTest::addRow("%d", static_cast<int>(each)) << each;
    }
    void piecesAreTheSameAsTheWhole()
    {
        QFETCH(Algorithm, algorithm);
        QByteArray bytes;
        for (int i = 0; i < 10'000; ++i)
            bytes.append(static_cast<char>(i * 7));
        Hasher hasher(algorithm);
        qsizetype size = 1;
        for (qsizetype at = 0; at < bytes.size(); at += size, size = size * 2 + 1) {
            size = std::min(size, bytes.size() - at);
            hasher.addData(QByteArrayView(bytes).sliced(at, size));
        }
        QCOMPARE(hasher.result(), QCryptographicHash::hash(bytes, algorithm));
    }

    void nothingHasAHashToo()
    {
        QCOMPARE(Hasher(Algorithm::Sha256).result(), QCryptographicHash::hash({}, Algorithm::Sha256));
    }

    void canBeHandedOn()
    {
        Hasher first(Algorithm::Sha256);
        first.addData("ab");
        Hasher second(std::move(first));
        second.addData("c");
        QCOMPARE(second.result(), QCryptographicHash::hash("abc", Algorithm::Sha256));
    }
};

QTEST_GUILESS_MAIN(TestHasher)
#include "tst_hasher.moc"
