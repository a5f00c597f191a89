-- name: due_nudges
SELECT nudge.learner, nudge.platform, nudge.tenant, nudge.user_id, nudge.next_due_at, learner.body
FROM nudge JOIN learner ON learner.id = nudge.learner
WHERE nudge.platform = :platform AND nudge.next_due_at <= :now
ORDER BY nudge.next_due_at LIMIT :most
FOR UPDATE OF nudge SKIP LOCKED;

-- name: claim_deliveries
WITH ready AS (
    SELECT id FROM delivery WHERE platform = :platform AND ready_at <= :now
    ORDER BY ready_at LIMIT :most
    FOR UPDATE SKIP LOCKED
)
UPDATE delivery SET token = token + 1, tries = tries + 1, ready_at = :lease
FROM ready WHERE delivery.id = ready.id
RETURNING delivery.id, learner, platform, tenant, user_id, slot, token, tries;

-- name: lock_learner
SELECT body FROM learner WHERE id = :id FOR NO KEY UPDATE;

-- name: clock
SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT);
