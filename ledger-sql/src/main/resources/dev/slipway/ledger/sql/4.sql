-- What people said of pages: their words, removable, and never in an entry.
CREATE TABLE feedback (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  organisation TEXT NOT NULL,
  id TEXT NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  page TEXT NOT NULL,
  text TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (organisation, id)
) STRICT

CREATE INDEX feedback_by_number ON feedback (organisation, number)
