-- SPDX-License-Identifier: Apache-2.0
-- Every statement of the store, found by its name.
-- name: begin
BEGIN IMMEDIATE;
-- name: begin_reading
BEGIN DEFERRED;
-- name: commit
COMMIT;
-- name: rollback
ROLLBACK;
-- name: application_id
PRAGMA application_id;
-- name: user_version
PRAGMA user_version;
-- name: table_count
SELECT count(*) FROM sqlite_schema;
-- name: get_seal
SELECT contest, seed, contest_digest, commitment, sealed_at FROM seal;
-- name: put_seal
INSERT INTO seal (id, contest, seed, contest_digest, commitment, sealed_at) VALUES (1, ?1, ?2, ?3, ?4, ?5);
-- name: get_sealed_banks
SELECT name, digest, source FROM sealed_bank AS bank
WHERE since = (SELECT max(since) FROM sealed_bank WHERE position = bank.position AND since <= ?1) ORDER BY position;
-- name: put_sealed_bank
INSERT INTO sealed_bank (position, since, name, digest, source) VALUES (?1, ?2, ?3, ?4, ?5);
-- name: get_sealed_rounds
SELECT round, questions FROM sealed_round ORDER BY round;
-- name: put_sealed_round
INSERT INTO sealed_round (round, questions) VALUES (?1, ?2);
-- name: get_registrations
SELECT first, count, packed FROM registration ORDER BY first;
-- name: put_registrations
INSERT INTO registration (first, count, packed) VALUES (?1, ?2, ?3);
-- name: get_answers
SELECT first, count, packed FROM answer WHERE item = ?1 ORDER BY first;
-- name: put_answers
INSERT INTO answer (item, first, count, packed) VALUES (?1, ?2, ?3, ?4);
-- name: get_batch_answers
SELECT round, count, paper_size, heads, answers FROM batch ORDER BY id;
-- name: get_batch_digests
SELECT round, count, paper_size, heads, digests FROM batch ORDER BY id;
-- name: put_batch
INSERT INTO batch (round, count, paper_size, heads, digests, answers) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
-- name: count_sheets
SELECT coalesce(sum(count), 0) FROM batch;
-- name: get_set_aside
SELECT digest, verdict, file, line, entrant, reason, arguments, record FROM set_aside ORDER BY id;
-- name: put_set_aside
INSERT INTO set_aside (digest, verdict, file, line, entrant, reason, arguments, record)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (digest) DO NOTHING;
-- name: drop_set_aside
DELETE FROM set_aside WHERE digest = ?1;
-- name: get_intakes
SELECT file, added_at, rows, sheets, duplicates, set_aside FROM intake ORDER BY id;
-- name: put_intake
INSERT INTO intake (id, file, added_at, rows, sheets, duplicates, set_aside) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET rows = ?4, sheets = ?5, duplicates = ?6, set_aside = ?7;
-- name: next_intake
SELECT coalesce(max(id), 0) + 1 FROM intake;
-- name: get_frozen
SELECT round, track, registered, finished, attempts, all_correct, frozen_at, since FROM frozen AS figures
WHERE since = (SELECT max(since) FROM frozen WHERE round = figures.round AND track = figures.track AND since <= ?1)
ORDER BY round, track;
-- name: put_frozen
INSERT INTO frozen (round, track, registered, finished, attempts, all_correct, frozen_at, since)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
-- name: get_marks
SELECT sheet, item, points FROM mark WHERE since <= ?1 ORDER BY id;
-- name: put_mark
INSERT INTO mark (since, sheet, item, points) VALUES ((SELECT count(*) FROM decision), ?1, ?2, ?3);
-- name: get_decisions
SELECT kind, award, round, track, block, subjects, sources, reason, made_at, sheets FROM decision ORDER BY id;
-- name: put_decision
INSERT INTO decision (sheets, kind, award, round, track, block, subjects, sources, reason, made_at)
VALUES ((SELECT coalesce(sum(count), 0) FROM batch), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
-- name: count_decisions
SELECT count(*) FROM decision;
-- name: get_sittings
SELECT id, entrant, round, track, attempt, holder, submitted FROM sitting ORDER BY id;
-- name: get_sitting
SELECT id, entrant, round, track, attempt, holder, submitted FROM sitting WHERE id = ?1;
-- name: put_sitting
INSERT INTO sitting (entrant, round, track, attempt, holder, submitted) VALUES (?1, ?2, ?3, ?4, ?5, 0) RETURNING id;
-- name: hold_sitting
UPDATE sitting SET holder = ?2 WHERE id = ?1;
-- name: close_sitting
UPDATE sitting SET submitted = 1 WHERE id = ?1;
-- name: get_sitting_events
SELECT act, position, text, elapsed, jump, boot, since_boot, wall FROM sitting_event WHERE sitting = ?1 ORDER BY number;
-- name: put_sitting_event
INSERT INTO sitting_event (sitting, number, act, position, text, elapsed, jump, boot, since_boot, wall)
VALUES (?1, (SELECT coalesce(max(number) + 1, 0) FROM sitting_event WHERE sitting = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
