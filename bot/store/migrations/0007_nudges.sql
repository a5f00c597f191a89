-- When a learner's next nudge is due (NULL: off), and where it goes. The plan itself is in the profile;
-- zones and period say what the moment was computed with, so that a wrong one can be found again.
CREATE TABLE nudge (
    learner TEXT NOT NULL PRIMARY KEY REFERENCES learner (id) ON DELETE CASCADE,
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    user_id TEXT NOT NULL,
    next_due_at BIGINT,
    period BIGINT NOT NULL,
    zones TEXT NOT NULL
) /*STRICT, WITHOUT ROWID*/;

CREATE INDEX nudge_due ON nudge (platform, next_due_at) WHERE next_due_at IS NOT NULL;

-- The outbox. ready_at is NULL once it has ended; while a worker has it, it is the end of the lease.
-- token grows with every lease: only its latest holder may end it. tries counts those that may have
-- got through.
CREATE TABLE delivery (
    id TEXT NOT NULL PRIMARY KEY,
    learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    platform TEXT NOT NULL,
    tenant TEXT NOT NULL,
    user_id TEXT NOT NULL,
    slot BIGINT NOT NULL,
    state TEXT NOT NULL,
    ready_at BIGINT,
    token BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    rule TEXT NOT NULL,
    message TEXT NOT NULL,
    ended_at BIGINT,
    UNIQUE (learner, slot)
) /*STRICT, WITHOUT ROWID*/;

CREATE INDEX delivery_ready ON delivery (platform, ready_at) WHERE ready_at IS NOT NULL;
CREATE INDEX delivery_ended ON delivery (ended_at) WHERE ended_at IS NOT NULL;

-- From which millisecond on the next message of a platform or workspace may go out.
CREATE TABLE rate (
    scope TEXT NOT NULL PRIMARY KEY,
    free_at BIGINT NOT NULL
) /*STRICT, WITHOUT ROWID*/;
