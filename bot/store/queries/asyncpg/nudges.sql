-- name: due_nudges
-- Whoever writes to a learner, a nudge and a delivery locks them in this order.
SELECT nudge.learner, nudge.platform, nudge.tenant, nudge.user_id, nudge.next_due_at, learner.body
FROM nudge JOIN learner ON learner.id = nudge.learner
WHERE nudge.platform = :platform AND nudge.next_due_at <= :now
ORDER BY nudge.next_due_at LIMIT :most
FOR UPDATE OF nudge SKIP LOCKED
FOR KEY SHARE OF learner SKIP LOCKED;

-- name: claim_deliveries
-- Who has waited longest comes first, put back or not.
WITH ready AS (
    SELECT id FROM delivery WHERE platform = :platform AND ready_at <= :now
    ORDER BY slot LIMIT :most
    FOR UPDATE SKIP LOCKED
)
UPDATE delivery SET token = token + 1, ready_at = :lease
FROM ready WHERE delivery.id = ready.id
RETURNING delivery.id, learner, platform, tenant, user_id, slot, token, tries;

-- name: lock_learner
SELECT body FROM learner WHERE id = :id FOR NO KEY UPDATE;

-- name: clock
SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT);

-- name: add_deliveries
-- No row for a slot that has its delivery already.
INSERT INTO delivery
    (id, learner, platform, tenant, user_id, slot, state, ready_at, token, tries, rule, message)
SELECT made.id, made.learner, made.platform, made.tenant, made.user_id, made.slot,
    'open', made.ready, 0, 0, '', ''
FROM jsonb_to_recordset(CAST(:rows AS JSONB)) AS made (
    id TEXT, learner TEXT, platform TEXT, tenant TEXT, user_id TEXT, slot BIGINT, ready BIGINT
)
ON CONFLICT (learner, slot) DO NOTHING
RETURNING id;

-- name: move_dues
-- Only where the moment is still the one that was read.
UPDATE nudge
SET next_due_at = moved.due, period = moved.period, zones = moved.zones
FROM jsonb_to_recordset(CAST(:rows AS JSONB)) AS moved (
    learner TEXT, was BIGINT, due BIGINT, period BIGINT, zones TEXT
)
WHERE nudge.learner = moved.learner AND nudge.next_due_at = moved.was
RETURNING nudge.learner;
