-- Who is behind e-mail addresses and tokens; erasable, and never in an entry.
CREATE TABLE person_link (
  organisation TEXT NOT NULL,
  kind TEXT NOT NULL,
  handle TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (organisation, kind, handle)
) STRICT, WITHOUT ROWID

CREATE INDEX person_link_by_person ON person_link (organisation, person)
