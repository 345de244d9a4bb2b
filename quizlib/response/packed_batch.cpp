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

bool read_digests(const PackedBatch& packed, SheetBatch& batch) {
  if (packed.digests.size() != packed.count * sizeof(Hash128)) return false;
  batch.digest.resize(packed.count);
  std::memcpy(batch.digest.data(), packed.digests.data(), packed.digests.size());
  return true;
}

bool read_answers(const PackedBatch& packed, SheetBatch& batch) {
  if (packed.answers.empty()) return false;
  const char form = packed.answers.front();
  if (form != kFixedPaper && form != kOwnPapers) return false;
  Unpacker answers(std::string_view(packed.answers).substr(1));
  const std::size_t cells = std::size_t{packed.count} * packed.paper_size;
  if (form == kOwnPapers && !answers.read(cells, batch.items)) return false;
  return answers.read(cells, batch.codes) && answers.at_end();
}

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

std::optional<SheetBatch> unpack_batch(const PackedBatch& packed, Part part) {
  const std::size_t count = packed.count;
  if (count == 0 || count > SheetBatch::kMost || packed.paper_size > kMostItems) return std::nullopt;
  SheetBatch batch;
  batch.paper_size = packed.paper_size;
  Unpacker heads(packed.heads);
  if (!heads.read(count, batch.entrant) || !heads.read(count, batch.attempt) ||
      !heads.read(count, batch.started) || !heads.read(count, batch.submitted) ||
      !heads.read(count, batch.duration) || !heads.read(count, batch.prediction) || !heads.at_end()) {
    return std::nullopt;
  }
  const bool is_good = part == Part::digests ? read_digests(packed, batch) : read_answers(packed, batch);
  return is_good ? std::optional(std::move(batch)) : std::nullopt;
}

}  // namespace quiz::response
