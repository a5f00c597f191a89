-- What a platform handed over when a workspace installed the bot, as one document (its tokens). Once
-- uninstalled the document is empty at once; everything else of that workspace goes a while later.
CREATE TABLE installation (
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    body TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    gone_at BIGINT,
    PRIMARY KEY (platform, tenant)
) /*STRICT*/;

CREATE INDEX installation_gone ON installation (gone_at) WHERE gone_at IS NOT NULL;

-- Tickets that are good for one use, such as the state that an installation sends round.
CREATE TABLE ticket (
    ticket TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    issued_at BIGINT NOT NULL
) /*STRICT, WITHOUT ROWID*/;

CREATE INDEX ticket_issued_at ON ticket (issued_at);
