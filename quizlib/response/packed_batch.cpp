// SPDX-License-Identifier: Apache-2.0
#include <quizlib/response/packed_batch.hpp>

#include <quizlib/response/pack.hpp>

#include <cstring>
#include <span>
#include <utility>

namespace quiz::response {
namespace {

/// The first byte of the answers.
constexpr char kFixedPaper = '\0';
constexpr char kOwnPapers = '\1';
/// A bound on what a damaged size makes us reserve; no paper comes near it.
constexpr std::uint32_t kMostItems = 65'535;

}  // namespace

PackedBatch pack_batch(const SheetBatch& batch) {
  PackedBatch packed;
  packed.count = static_cast<std::uint32_t>(batch.size());
  packed.paper_size = batch.paper_size;
  pack(packed.heads, std::span(batch.entrant));
  pack(packed.heads, std::span(batch.attempt));
  pack(packed.heads, std::span(batch.started));
  pack(packed.heads, std::span(batch.submitted));
  pack(packed.heads, std::span(batch.duration));
  pack(packed.heads, std::span(batch.prediction));
  packed.digests.resize(batch.digest.size() * sizeof(Hash128));
  std::memcpy(packed.digests.data(), batch.digest.data(), packed.digests.size());
  packed.answers.push_back(batch.items.empty() ? kFixedPaper : kOwnPapers);
  if (!batch.items.empty()) pack(packed.answers, std::span(batch.items));
  pack(packed.answers, std::span(batch.codes));
  return packed;
}

std::optional<SheetBatch> unpack_batch(const PackedBatch& packed) {
  SheetBatch batch;
  batch.paper_size = packed.paper_size;
  Unpacker heads(packed.heads);
  const std::size_t count = packed.count;
  if (count == 0 || count > SheetBatch::kMost || packed.paper_size > kMostItems) return std::nullopt;
  if (!heads.read(count, batch.entrant) || !heads.read(count, batch.attempt) ||
      !heads.read(count, batch.started) || !heads.read(count, batch.submitted) ||
      !heads.read(count, batch.duration) || !heads.read(count, batch.prediction) || !heads.at_end()) {
    return std::nullopt;
  }
  if (packed.digests.size() != count * sizeof(Hash128)) return std::nullopt;
  batch.digest.resize(count);
  std::memcpy(batch.digest.data(), packed.digests.data(), packed.digests.size());
  if (packed.answers.empty()) return batch;

  Unpacker answers(std::string_view(packed.answers).substr(1));
  const std::size_t cells = count * packed.paper_size;
  const char form = packed.answers.front();
  if (form != kFixedPaper && form != kOwnPapers) return std::nullopt;
  if (form == kOwnPapers && !answers.read(cells, batch.items)) return std::nullopt;
  if (!answers.read(cells, batch.codes) || !answers.at_end()) return std::nullopt;
  return batch;
}

}  // namespace quiz::response
