-- The store, version 1. An empty line ends a statement. Times are milliseconds since 1970 UTC.
-- "sealed" holds the content; its seal covers the columns beside it as well.

PRAGMA application_id = 1212437323;

CREATE TABLE sessions (
    id TEXT PRIMARY KEY NOT NULL,
    order_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT;

CREATE INDEX sessions_changed ON sessions (changed_at);

CREATE TABLE evidence (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    session TEXT NOT NULL REFERENCES sessions (id),
    role TEXT NOT NULL,
    owner TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    blob TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    superseded INTEGER NOT NULL CHECK (superseded IN (0, 1)),
    sealed BLOB NOT NULL
) STRICT;

-- At most one current item for a place.
CREATE UNIQUE INDEX evidence_current ON evidence (session, role, owner, ordinal)
    WHERE superseded = 0;

CREATE INDEX evidence_session ON evidence (session);

-- What each photo looks like, to notice one that is used again. Of superseded photos too.
CREATE TABLE fingerprints (
    evidence TEXT PRIMARY KEY NOT NULL REFERENCES evidence (id),
    session TEXT NOT NULL REFERENCES sessions (id),
    sealed BLOB NOT NULL
) STRICT;

CREATE INDEX fingerprints_session ON fingerprints (session);

CREATE TABLE dossiers (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    session TEXT NOT NULL REFERENCES sessions (id),
    revision INTEGER NOT NULL,
    predecessor TEXT NOT NULL,
    blob TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    built_at INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT;

CREATE INDEX dossiers_session ON dossiers (session);

CREATE TABLE transfers (
    dossier TEXT PRIMARY KEY NOT NULL REFERENCES dossiers (id),
    state INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    next_try INTEGER,
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE receipts (
    dossier TEXT PRIMARY KEY NOT NULL REFERENCES dossiers (id),
    filing_number TEXT NOT NULL,
    filed_at INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT;

-- What became of dossiers; also of dossiers that are not in this store, which are kept aside.
CREATE TABLE results (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    dossier TEXT NOT NULL,
    status TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT;

CREATE INDEX results_dossier ON results (dossier);

-- How far the results of a server were read. At most one row.
CREATE TABLE result_cursor (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE orders (
    id TEXT PRIMARY KEY NOT NULL,
    date TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;

CREATE INDEX orders_date ON orders (date);

-- Every closing of a day; "sealed" holds the reason given for what was still open.
CREATE TABLE day_closings (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,
    closed_at INTEGER NOT NULL,
    operator TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;

CREATE INDEX day_closings_day ON day_closings (day);

CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    wall INTEGER NOT NULL,
    monotonic INTEGER NOT NULL,
    operator TEXT NOT NULL,
    event TEXT NOT NULL,
    object TEXT NOT NULL
) STRICT;

-- How far the chain has come, sealed: a chain whose end was cut off does not fit it.
CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    sealed BLOB NOT NULL
) STRICT;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit entries are not changed');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit entries are not deleted');
END;

-- Damage that was found and entered in the audit chain once.
CREATE TABLE damages (
    kind INTEGER NOT NULL,
    object TEXT NOT NULL,
    session TEXT NOT NULL,
    found_at INTEGER NOT NULL,
    PRIMARY KEY (kind, object)
) STRICT;
