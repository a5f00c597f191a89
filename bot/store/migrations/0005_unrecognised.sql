-- Names that the bot could not read, and how often: never who asked.
CREATE TABLE unrecognised (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (kind, name)
) /*STRICT, WITHOUT ROWID*/;
