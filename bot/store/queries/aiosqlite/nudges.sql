-- name: due_nudges
SELECT nudge.learner, nudge.platform, nudge.tenant, nudge.user_id, nudge.next_due_at, learner.body
FROM nudge JOIN learner ON learner.id = nudge.learner
WHERE nudge.platform = :platform AND nudge.next_due_at <= :now
ORDER BY nudge.next_due_at LIMIT :most;

-- name: claim_deliveries
-- Who has waited longest comes first, put back or not.
UPDATE delivery SET token = token + 1, ready_at = :lease
WHERE id IN (
    SELECT id FROM delivery WHERE platform = :platform AND ready_at <= :now
    ORDER BY slot LIMIT :most
)
RETURNING id, learner, platform, tenant, user_id, slot, token, tries;

-- name: lock_learner
-- The transaction has the whole database.
SELECT body FROM learner WHERE id = :id;

-- name: clock
SELECT CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER);

-- name: add_deliveries
-- No row for a slot that has its delivery already.
INSERT INTO delivery
    (id, learner, platform, tenant, user_id, slot, state, ready_at, token, tries, rule, message)
SELECT json_extract(value, '$.id'), json_extract(value, '$.learner'),
    json_extract(value, '$.platform'), json_extract(value, '$.tenant'),
    json_extract(value, '$.user_id'), json_extract(value, '$.slot'),
    'open', json_extract(value, '$.ready'), 0, 0, '', ''
FROM json_each(:rows) WHERE true
ON CONFLICT (learner, slot) DO NOTHING
RETURNING id;

-- name: move_dues
-- Only where the moment is still the one that was read.
UPDATE nudge
SET next_due_at = json_extract(moved.value, '$.due'),
    period = json_extract(moved.value, '$.period'),
    zones = json_extract(moved.value, '$.zones')
FROM json_each(:rows) AS moved
WHERE nudge.learner = json_extract(moved.value, '$.learner')
    AND nudge.next_due_at = json_extract(moved.value, '$.was')
RETURNING nudge.learner;
