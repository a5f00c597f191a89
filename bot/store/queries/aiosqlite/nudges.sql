-- name: due_nudges
SELECT nudge.learner, nudge.platform, nudge.tenant, nudge.user_id, nudge.next_due_at, learner.body
FROM nudge JOIN learner ON learner.id = nudge.learner
WHERE nudge.platform = :platform AND nudge.next_due_at <= :now
ORDER BY nudge.next_due_at LIMIT :most;

-- name: claim_deliveries
UPDATE delivery SET token = token + 1, tries = tries + 1, ready_at = :lease
WHERE id IN (
    SELECT id FROM delivery WHERE platform = :platform AND ready_at <= :now
    ORDER BY ready_at LIMIT :most
)
RETURNING id, learner, platform, tenant, user_id, slot, token, tries;

-- name: lock_learner
-- The transaction has the whole database.
SELECT body FROM learner WHERE id = :id;

-- name: clock
SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER);
