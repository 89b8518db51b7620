// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/inputs.h"
#include "cli/shard.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

QString urlOf(int origin, int path)
{
    return u"https://host%1.example/%2"_s.arg(origin).arg(path);
}

} // namespace

/// Shares of an input.
class TestShard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void isStable_data();
    void isStable();
    void originsStayTogether();
    void sharesAreAPartition();
    void sharesAreAboutEqual();
    void inputsAreShared();
};

void TestShard::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    for (const char *text : {"1/1", "1/4", "4/4", "10000/10000"})
        QTest::newRow(text) << QString::fromLatin1(text) << true;
    for (const char *text : {"", "x", "0/3", "4/3", "-1/3", "1/0", "1/10001", "1", "1/", "/1", "1/2/3",
                             "1 /2", "+1/2", "1.0/2", "99999999999/99999999999"})
        QTest::newRow(text) << QString::fromLatin1(text) << false;
}

void TestShard::parses()
{
    QFETCH(QString, text);
    QTEST(Shard::parse(text).has_value(), "good");
}

void TestShard::isStable_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("share");
    // printf %s https://example.org:443 | sha256sum, its first 16 digits modulo 7, plus 1.
    QTest::newRow("https") << u"https://example.org/a"_s << 2;
    QTest::newRow("http") << u"http://example.org/a"_s << 2;
    QTest::newRow("port") << u"http://example.org:8080"_s << 2;
    QTest::newRow("address") << u"http://[::1]:8080/"_s << 1;
}

void TestShard::isStable()
{
    QFETCH(QString, url);
    QTEST(Shard::of(url, 7), "share");
}

void TestShard::originsStayTogether()
{
    QCOMPARE(Shard::of(u"https://Example.org:443/x?y"_s, 1000), Shard::of(u"https://example.org"_s, 1000));
    QCOMPARE(Shard::of(u"https://u:p@example.org/"_s, 1000), Shard::of(u"https://example.org/"_s, 1000));
}

void TestShard::sharesAreAPartition()
{
    std::vector<Shard> shards;
    for (int k = 1; k <= 5; ++k)
        shards.push_back(*Shard::parse(u"%1/5"_s.arg(k)));
    for (int origin = 0; origin < 200; ++origin) {
        int taken = 0;
        for (Shard &shard : shards) {
            const bool isIn = shard.contains(urlOf(origin, 0));
            QCOMPARE(shard.contains(urlOf(origin, 1)), isIn);
            taken += isIn ? 1 : 0;
        }
        QCOMPARE(taken, 1);
    }
}

void TestShard::sharesAreAboutEqual()
{
    std::array<int, 4> counts{};
    for (int origin = 0; origin < 4000; ++origin)
        ++counts.at(static_cast<std::size_t>(Shard::of(urlOf(origin, 0), 4) - 1));
    for (const int count : counts)
        QVERIFY2(count > 850 && count < 1150, qPrintable(QString::number(count)));
}

void TestShard::inputsAreShared()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"list"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int origin = 0; origin < 40; ++origin)
        file.write(urlOf(origin, origin).toUtf8() + '\n');
    file.write("ftp://host/\n");
    file.close();
    QStringList urls;
    qsizetype rejected = 0;
    for (int k = 1; k <= 3; ++k) {
        Options options;
        options.inputs = {file.fileName()};
        options.shard = Shard::parse(u"%1/3"_s.arg(k));
        const auto gathered = gatherInputs(options);
        for (const JobInput &input : std::get<GatheredInputs>(gathered).inputs)
            urls.append(input.url);
        rejected += std::get<GatheredInputs>(gathered).rejected.size();
    }
    QCOMPARE(urls.size(), 40);
    QCOMPARE(QSet<QString>(urls.begin(), urls.end()).size(), 40);
    QCOMPARE(rejected, 1);
}

QTEST_GUILESS_MAIN(TestShard)
#include "tst_shard.moc"
