-- How far of the ledger each receiver of messages was told, and which process tells it.
CREATE TABLE outbox (
  organisation TEXT NOT NULL,
  notification TEXT NOT NULL,
  process TEXT NOT NULL,
  count INTEGER NOT NULL,
  up_to INTEGER NOT NULL,
  ahead TEXT NOT NULL,
  tries INTEGER NOT NULL,
  failing_since INTEGER,
  failed_at INTEGER,
  failure TEXT,
  last_sent INTEGER,
  left_out INTEGER NOT NULL,
  PRIMARY KEY (organisation, notification)
) STRICT, WITHOUT ROWID
