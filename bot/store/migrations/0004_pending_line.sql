-- Lines behind buttons that are too long for the platform to carry. Only their own person finds them.
CREATE TABLE pending_line (
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    user_id TEXT NOT NULL,
    key TEXT NOT NULL,
    line TEXT NOT NULL,
    kept_at BIGINT NOT NULL,
    PRIMARY KEY (platform, tenant, user_id, key)
) /*STRICT, WITHOUT ROWID*/;

CREATE INDEX pending_line_kept_at ON pending_line (kept_at);
