-- The platform's events that were carried out: a repeat finds itself here and has no second effect.
CREATE TABLE inbox (
    event TEXT NOT NULL PRIMARY KEY,
    done_at BIGINT NOT NULL
) /*STRICT, WITHOUT ROWID*/;

CREATE INDEX inbox_done_at ON inbox (done_at);
