// SPDX-License-Identifier: Apache-2.0
#include <quizlib/crypto/digest.hpp>
#include <quizlib/ranking/lot.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using quiz::crypto::hex;
using quiz::crypto::sha256;
using quiz::ranking::draw_lot;
using quiz::ranking::Lot;
using quiz::ranking::LotSubject;
using quiz::ranking::merkle_root;

namespace {

using Texts = std::vector<std::string>;

const LotSubject kSubject{"c", "a", "w1", "", ""};

/// The texts `0`, `1` and so on.
Texts numbers(std::size_t count) {
  Texts texts;
  for (std::size_t i = 0; i < count; ++i) texts.push_back(std::to_string(i));
  return texts;
}

std::string leaf(std::size_t number) {
  return std::string(quiz::crypto::view(sha256(std::string(1, '\0') + std::to_string(number))));
}

std::string node(const std::string& left, const std::string& right) {
  return std::string(quiz::crypto::view(sha256(std::string(1, '\1') + left + right)));
}

std::string root(std::size_t count) { return std::string(quiz::crypto::view(merkle_root(numbers(count)))); }

}  // namespace

TEST_CASE("a lot is drawn as the page's test vector says") {
  const Lot lot = draw_lot(kSubject, {"an", "bo", "chi", "dung", "em"}, {"12345"});
  CHECK(hex(lot.root) == "396c26e84f07f18bfd9eacd39701cd1c01f41303f6be049bfcf54f07b4d681ff");
  CHECK(hex(lot.seed) == "7207781697d6801e0a4a5406ff8566c6a7b94cb924f37fc5f16aff46c36daa7e");
  CHECK(lot.steps == std::vector<std::uint32_t>{1, 3, 0, 0});
  CHECK(lot.order == Texts{"em", "chi", "an", "dung", "bo"});
  CHECK(lot.candidates == Texts{"an", "bo", "chi", "dung", "em"});
  CHECK(lot.sources == Texts{"12345"});
}

TEST_CASE("the order in which candidates are named decides nothing") {
  const Texts order = draw_lot(kSubject, {"an", "bo", "chi", "dung", "em"}, {"12345"}).order;
  Texts named{"an", "bo", "chi", "dung", "em"};
  while (std::ranges::next_permutation(named).found)
    REQUIRE(draw_lot(kSubject, named, {"12345"}).order == order);
}

TEST_CASE("candidates stand in the order of their bytes, which is that of no language") {
  CHECK(draw_lot(kSubject, {"\u0110an", "b", "A", "a"}, {"1"}).candidates ==
        Texts{"A", "a", "b", "\u0110an"});
}

TEST_CASE("everything that a lot is for goes into its seed") {
  const auto seed = [](const LotSubject& subject, const Texts& candidates, const Texts& sources) {
    return hex(draw_lot(subject, candidates, sources).seed);
  };
  const Texts two{"an", "bo"};
  const std::string first = seed(kSubject, two, {"1"});
  CHECK(seed({"d", "a", "w1", "", ""}, two, {"1"}) != first);
  CHECK(seed({"c", "b", "w1", "", ""}, two, {"1"}) != first);
  CHECK(seed({"c", "a", "w2", "", ""}, two, {"1"}) != first);
  CHECK(seed({"c", "a", "", "w1", ""}, two, {"1"}) != first);
  CHECK(seed({"c", "a", "", "", "w1"}, two, {"1"}) != first);
  CHECK(seed(kSubject, {"an", "chi"}, {"1"}) != first);
  CHECK(seed(kSubject, two, {"2"}) != first);
  CHECK(seed(kSubject, two, {"1", "1"}) != first);
  CHECK(seed(kSubject, two, {"1", "2"}) != seed(kSubject, two, {"2", "1"}));
}

TEST_CASE("one candidate needs no step") {
  const Lot lot = draw_lot(kSubject, {"an"}, {"12345"});
  CHECK(lot.steps.empty());
  CHECK(lot.order == Texts{"an"});
}

TEST_CASE("each step chooses one of those who are left") {
  const Lot lot = draw_lot(kSubject, numbers(300), {"12345"});
  REQUIRE(lot.steps.size() == 299);
  Texts order = lot.candidates;
  for (std::size_t i = 0; i < lot.steps.size(); ++i) {
    const std::size_t left = order.size() - i;
    REQUIRE(lot.steps[i] < left);
    std::swap(order[left - 1], order[lot.steps[i]]);
  }
  CHECK(lot.order == order);
}

TEST_CASE("the root of nothing is the hash of nothing, that of one text is its leaf") {
  CHECK(hex(merkle_root({})) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(root(1) == leaf(0));
}

TEST_CASE("the left part of a tree holds the largest power of two that is less than all") {
  const std::string four = node(node(leaf(0), leaf(1)), node(leaf(2), leaf(3)));
  CHECK(root(2) == node(leaf(0), leaf(1)));
  CHECK(root(3) == node(node(leaf(0), leaf(1)), leaf(2)));
  CHECK(root(4) == four);
  CHECK(root(5) == node(four, leaf(4)));
  CHECK(root(6) == node(four, node(leaf(4), leaf(5))));
  CHECK(root(7) == node(four, node(node(leaf(4), leaf(5)), leaf(6))));
  const std::string eight = node(four, node(node(leaf(4), leaf(5)), node(leaf(6), leaf(7))));
  CHECK(root(8) == eight);
  CHECK(root(9) == node(eight, leaf(8)));
}

TEST_CASE("a text that looks like a node of the tree is not taken for one") {
  const std::string inner = leaf(0) + leaf(1);
  CHECK(hex(merkle_root(Texts{inner})) != hex(merkle_root(numbers(2))));
}
