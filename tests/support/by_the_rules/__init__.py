# SPDX-License-Identifier: Apache-2.0
"""docs/scoring-rules.md once more, apart from quizlib and in exact fractions; used by ../recompute.py."""
