-- SPDX-License-Identifier: Apache-2.0
-- Schema 1 of contest.db; docs/formats/store.md says what the blobs hold. 0x5155495A is "QUIZ".
PRAGMA page_size = 8192;
PRAGMA journal_mode = WAL;
BEGIN IMMEDIATE;
PRAGMA application_id = 0x5155495A;
PRAGMA user_version = 1;

-- One row: what was fixed before the contest opened.
CREATE TABLE seal (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  contest TEXT NOT NULL,
  seed BLOB NOT NULL,
  contest_digest BLOB NOT NULL,
  commitment BLOB NOT NULL,
  sealed_at INTEGER NOT NULL
) STRICT;

-- Banks as they were sealed (`since` 0), and as corrections of keys made them, which were decision `since`.
CREATE TABLE sealed_bank (
  position INTEGER NOT NULL,
  since INTEGER NOT NULL,
  name TEXT NOT NULL,
  digest BLOB NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (position, since)
) STRICT;

CREATE TABLE sealed_round (
  round TEXT PRIMARY KEY,
  questions BLOB NOT NULL
) STRICT;

-- Who sheets came from, numbered from 0 as they came; `packed` has `count` texts.
CREATE TABLE registration (
  first INTEGER PRIMARY KEY,
  count INTEGER NOT NULL,
  packed BLOB NOT NULL
) STRICT;

-- Sheets, at most 4,096 a row, never changed.
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  round TEXT NOT NULL,
  count INTEGER NOT NULL,
  paper_size INTEGER NOT NULL,
  heads BLOB NOT NULL,
  digests BLOB NOT NULL,
  answers BLOB NOT NULL
) STRICT;

-- Typed, ordered and matched answers: the distinct ones of an item (BANK/ITEM), numbered from 1 as they came;
-- `packed` has `count` texts, the first of which is number `first`.
CREATE TABLE answer (
  item TEXT NOT NULL,
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  packed BLOB NOT NULL,
  PRIMARY KEY (item, first)
) STRICT;

-- Rows that could not become sheets, once each.
CREATE TABLE set_aside (
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  verdict TEXT NOT NULL,
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  entrant TEXT NOT NULL,
  reason TEXT NOT NULL,
  arguments TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;

-- One row a run of intake that stored anything.
CREATE TABLE intake (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  sheets INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  set_aside INTEGER NOT NULL
) STRICT;

-- The figures of a round as fixed by freezing: of all tracks (''), or a row a track where predictions ask so.
-- Frozen again they get new rows, which hold from decision `since` on; 0 at first.
CREATE TABLE frozen (
  round TEXT NOT NULL,
  track TEXT NOT NULL,
  since INTEGER NOT NULL,
  registered INTEGER NOT NULL,
  finished INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  all_correct INTEGER NOT NULL,
  frozen_at INTEGER NOT NULL,
  PRIMARY KEY (round, track, since)
) STRICT;

-- Points given by hand to answers of the sheet with that digest, in the order in which they came: the last one
-- for an answer holds. `since` decisions had been made by then.
CREATE TABLE mark (
  id INTEGER PRIMARY KEY,
  since INTEGER NOT NULL,
  sheet BLOB NOT NULL,
  item TEXT NOT NULL,
  points INTEGER NOT NULL
) STRICT;

-- Sittings at this machine: which registration, which attempt, and who may write to it.
CREATE TABLE sitting (
  id INTEGER PRIMARY KEY,
  entrant TEXT NOT NULL,
  round TEXT NOT NULL,
  track TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  holder TEXT NOT NULL,
  submitted INTEGER NOT NULL,
  UNIQUE (entrant, round, attempt)
) STRICT;

-- What happened in them, never changed; times in ms.
CREATE TABLE sitting_event (
  sitting INTEGER NOT NULL REFERENCES sitting (id),
  number INTEGER NOT NULL,
  act TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  elapsed INTEGER NOT NULL,
  jump INTEGER NOT NULL,
  boot TEXT NOT NULL,
  since_boot INTEGER NOT NULL,
  wall INTEGER NOT NULL,
  PRIMARY KEY (sitting, number)
) STRICT, WITHOUT ROWID;

-- What officials decided, in order; docs/formats/store.md says what the columns hold for each kind. There were
-- `sheets` sheets then, those that the decision brought among them.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  sheets INTEGER NOT NULL,
  kind TEXT NOT NULL,
  award TEXT NOT NULL,
  round TEXT NOT NULL,
  track TEXT NOT NULL,
  block TEXT NOT NULL,
  subjects TEXT NOT NULL,
  sources TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_at INTEGER NOT NULL
) STRICT;
COMMIT;
