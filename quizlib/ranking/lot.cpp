// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/lot.hpp>

#include <quizlib/crypto/stream.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace quiz::ranking {
namespace {

crypto::Bytes32 leaf(std::string_view text) {
  crypto::Sha256 hash;
  hash.update(std::string_view("\0", 1));
  hash.update(text);
  return hash.finish();
}

crypto::Bytes32 node(const crypto::Bytes32& left, const crypto::Bytes32& right) {
  crypto::Sha256 hash;
  hash.update("\1");
  hash.update(crypto::view(left));
  hash.update(crypto::view(right));
  return hash.finish();
}

crypto::Bytes32 seed_of(const LotSubject& subject, const Lot& lot) {
  crypto::Sha256 hash;
  const auto part = [&](std::string_view text) {
    hash.update(text);
    hash.update("\n");
  };
  part("quiz/1 lot");
  for (const std::string& text :
       {subject.contest, subject.award, subject.round, subject.track, subject.block})
    part(text);
  part(crypto::hex(lot.root));
  for (const std::string& source : lot.sources) part(source);
  return hash.finish();
}

}  // namespace

crypto::Bytes32 merkle_root(std::span<const std::string> texts) {
  if (texts.empty()) return crypto::sha256("");
  if (texts.size() == 1) return leaf(texts.front());
  std::size_t left = 1;
  while (left * 2 < texts.size()) left *= 2;
  return node(merkle_root(texts.first(left)), merkle_root(texts.subspan(left)));
}

Lot draw_lot(const LotSubject& subject, std::vector<std::string> candidates,
             std::vector<std::string> sources) {
  Lot lot;
  lot.candidates = std::move(candidates);
  std::ranges::sort(lot.candidates);
  lot.root = merkle_root(lot.candidates);
  lot.sources = std::move(sources);
  lot.seed = seed_of(subject, lot);
  crypto::Stream stream(lot.seed, std::array<std::string_view, 2>{"quiz/1", "lot"});
  lot.order = lot.candidates;
  for (std::size_t left = lot.order.size(); left > 1; --left) {
    lot.steps.push_back(stream.below(static_cast<std::uint32_t>(left)));
    std::swap(lot.order[left - 1], lot.order[lot.steps.back()]);
  }
  return lot;
}

}  // namespace quiz::ranking
