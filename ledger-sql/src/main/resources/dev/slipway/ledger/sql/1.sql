-- One statement per blank line. A released file is never changed; the next number changes the schema.
-- The entry is its body; every other column is a copy that can be searched and that verify compares.
CREATE TABLE entry (
  position INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  stream TEXT NOT NULL,
  type TEXT NOT NULL,
  actor TEXT NOT NULL,
  cause INTEGER,
  previous TEXT NOT NULL,
  leaf TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT

CREATE INDEX entry_by_stream ON entry (stream, position)

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END

CREATE TRIGGER entry_comes_last BEFORE INSERT ON entry
WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'entries are added at the end'); END

CREATE TABLE deduplication (
  key TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID

CREATE TABLE head (
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL
) STRICT

CREATE TABLE inbox_body (
  organisation TEXT NOT NULL,
  digest TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (organisation, digest)
) STRICT

CREATE INDEX inbox_body_by_time ON inbox_body (received_at)

CREATE TABLE timer (
  name TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID

CREATE TABLE presence (
  agent TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID

CREATE TABLE actor_name (
  organisation TEXT NOT NULL,
  actor TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (organisation, actor)
) STRICT, WITHOUT ROWID

CREATE TABLE token (
  hash TEXT PRIMARY KEY,
  organisation TEXT NOT NULL,
  actor TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID

CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  organisation TEXT NOT NULL,
  actor TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID

CREATE TABLE login (
  hash TEXT PRIMARY KEY,
  organisation TEXT NOT NULL,
  actor TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID

CREATE TABLE join_offer (
  hash TEXT PRIMARY KEY,
  organisation TEXT NOT NULL,
  environment TEXT NOT NULL,
  target TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID

CREATE TABLE hook (
  id TEXT PRIMARY KEY,
  organisation TEXT NOT NULL,
  kind TEXT NOT NULL,
  secret BLOB NOT NULL
) STRICT, WITHOUT ROWID
