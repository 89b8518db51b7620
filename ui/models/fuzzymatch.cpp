// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/fuzzymatch.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <vector>

namespace inflight {

namespace {

constexpr int letterScore = 1;
constexpr int nameScore = 2;
constexpr int wordStartScore = 8;
constexpr int besideScore = 6;
constexpr int impossible = std::numeric_limits<int>::min() / 2;

bool isWordStart(const QString &text, qsizetype at)
{
    return text.at(at).isLetterOrNumber() && (at == 0 || !text.at(at - 1).isLetterOrNumber());
}

/// The best ways to end at each letter of a text, letter by letter of a word.
class Ways
{
public:
    Ways(const QString &text, qsizetype name)
        : m_text(text)
        , m_name(name)
    {}

    std::optional<FuzzyMatch> find(const QString &word)
    {
        m_from.clear();
        std::vector<int> scores; // by place in the text: the best way that ends there
        for (const QChar letter : word) {
            scores = m_from.empty() ? first(letter) : next(letter, scores);
            if (std::ranges::all_of(scores, [](int score) { return score == impossible; }))
                return std::nullopt;
        }
        const auto best = std::ranges::max_element(scores);
        return FuzzyMatch{*best, positions(best - scores.begin())};
    }

private:
    using From = std::vector<qsizetype>;

    [[nodiscard]] bool isAt(QChar letter, qsizetype place) const
    {
        return m_text.at(place).toCaseFolded() == letter.toCaseFolded();
    }

    [[nodiscard]] int worth(qsizetype place) const
    {
        return letterScore + (place >= m_name ? nameScore : 0) +
               (isWordStart(m_text, place) ? wordStartScore : 0);
    }

    std::vector<int> first(QChar letter)
    {
        const auto size = static_cast<std::size_t>(m_text.size());
        std::vector<int> scores(size, impossible);
        for (qsizetype place = 0; place < m_text.size(); ++place) {
            if (isAt(letter, place))
                scores[static_cast<std::size_t>(place)] = worth(place);
        }
        m_from.emplace_back(size, -1);
        return scores;
    }

    std::vector<int> next(QChar letter, const std::vector<int> &before)
    {
        std::vector<int> scores(before.size(), impossible);
        From from(before.size(), -1);
        int best = impossible; // of the places before the one beside, each step away worth one less
        qsizetype bestPlace = -1;
        for (qsizetype place = 1; place < m_text.size(); ++place) {
            const int beside = before[static_cast<std::size_t>(place) - 1];
            if (isAt(letter, place) && std::max(best, beside) > impossible) {
                const bool isBeside = beside > impossible && beside + besideScore >= best;
                const auto at = static_cast<std::size_t>(place);
                scores[at] = worth(place) + (isBeside ? beside + besideScore : best);
                from[at] = isBeside ? place - 1 : bestPlace;
            }
            if (best > impossible)
                --best;
            if (beside > best) {
                best = beside;
                bestPlace = place - 1;
            }
        }
        m_from.push_back(std::move(from));
        return scores;
    }

    [[nodiscard]] QList<qsizetype> positions(qsizetype end) const
    {
        QList<qsizetype> places;
        for (auto from = m_from.rbegin(); from != m_from.rend(); ++from) {
            places.prepend(end);
            end = (*from)[static_cast<std::size_t>(end)];
        }
        return places;
    }

    const QString &m_text;
    qsizetype m_name;
    std::vector<From> m_from; ///< by letter of the word: where the best way came from, by place
};

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &query, const QString &text, qsizetype name)
{
    FuzzyMatch all;
    QSet<qsizetype> places;
    Ways ways(text, name);
    const QStringList words = query.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const std::optional<FuzzyMatch> match = ways.find(word);
        if (!match)
            return std::nullopt;
        all.score += match->score;
        places.unite({match->positions.cbegin(), match->positions.cend()});
    }
    all.positions = places.values();
    std::ranges::sort(all.positions);
    return all;
}

} // namespace inflight
