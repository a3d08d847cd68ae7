-- The right edge of the tree that the newest head signed, so that a start need not read all leaves.
CREATE TABLE edge (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  size INTEGER NOT NULL,
  hashes BLOB NOT NULL
) STRICT

-- The newest snapshot of what is folded; it can be made again from the entries.
CREATE TABLE snapshot (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  position INTEGER NOT NULL,
  entry TEXT NOT NULL,
  fold TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT
