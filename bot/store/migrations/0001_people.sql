-- One row a learner (the whole profile is one document), and who they are on each platform.
CREATE TABLE learner (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
) /*STRICT*/;

CREATE TABLE identity (
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    user_id TEXT NOT NULL,
    learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (platform, tenant, user_id)
) /*STRICT, WITHOUT ROWID*/;

CREATE INDEX identity_learner ON identity (learner);
