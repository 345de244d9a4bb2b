-- SPDX-License-Identifier: Apache-2.0
-- What every connection needs. Reading a table here shows at once whether the file is a database.
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA foreign_keys = ON;
PRAGMA synchronous = FULL;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -1024;
SELECT count(*) FROM sqlite_schema;
