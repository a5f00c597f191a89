-- name: set_due!
INSERT INTO nudge (learner, platform, tenant, user_id, next_due_at, period, zones)
SELECT learner, platform, tenant, user_id, CAST(:due AS BIGINT), CAST(:period AS BIGINT), :zones
FROM identity
WHERE platform = :platform AND tenant = :tenant AND user_id = :user_id
ON CONFLICT (learner) DO UPDATE
SET platform = excluded.platform, tenant = excluded.tenant, user_id = excluded.user_id,
    next_due_at = excluded.next_due_at, period = excluded.period, zones = excluded.zones;

-- name: move_due!
UPDATE nudge
SET next_due_at = CAST(:due AS BIGINT), period = CAST(:period AS BIGINT), zones = :zones
WHERE learner = :learner;

-- name: begin_delivery
-- No row: somebody else has it by now, or the profile has changed since it was read.
UPDATE delivery SET tries = CAST(:tries AS BIGINT), ready_at = :lease
WHERE id = :id AND token = :token AND ready_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM learner WHERE learner.id = delivery.learner AND learner.version = :version
)
RETURNING id;

-- name: put_back
-- No row: somebody else has it by now. The new token makes a repeat of this do nothing.
UPDATE delivery SET ready_at = :ready, tries = CAST(:tries AS BIGINT), token = token + 1
WHERE id = :id AND token = :token AND ready_at IS NOT NULL
RETURNING id;

-- name: end_delivery
-- No row: somebody else has it by now, or the person is gone.
UPDATE delivery
SET state = :state, ready_at = NULL, rule = :rule, message = :message, ended_at = :now
WHERE id = :id AND token = :token AND ready_at IS NOT NULL
RETURNING learner;

-- name: change_nudged!
UPDATE learner SET body = :body, version = version + 1, changed_at = :now WHERE id = :id;

-- name: stale_nudges
-- What was computed with other zones, or lies further ahead than any plan reaches: a clock was wrong.
SELECT nudge.learner, nudge.next_due_at, learner.body
FROM nudge JOIN learner ON learner.id = nudge.learner
WHERE nudge.learner > :after AND nudge.next_due_at > CAST(:now AS BIGINT)
    AND (nudge.zones <> :zones OR nudge.next_due_at - 2 * nudge.period > CAST(:now AS BIGINT))
ORDER BY nudge.learner LIMIT :most;

-- name: free_stuck!
-- A lease or a wait never reaches so far ahead: a clock was wrong.
UPDATE delivery SET ready_at = :now
WHERE ready_at IS NOT NULL AND ready_at > CAST(:now AS BIGINT) + CAST(:longest AS BIGINT);

-- name: take_turn
-- GCRA: the moment from which these may go out one by one; no row where that is too far ahead.
INSERT INTO rate (scope, free_at)
VALUES (:scope, CAST(:now AS BIGINT) + CAST(:step AS BIGINT))
ON CONFLICT (scope) DO UPDATE
SET free_at = CAST(:step AS BIGINT) + CASE
    WHEN rate.free_at BETWEEN CAST(:now AS BIGINT) AND CAST(:now AS BIGINT) + CAST(:longest AS BIGINT)
    THEN rate.free_at ELSE CAST(:now AS BIGINT) END
WHERE rate.free_at <= CAST(:now AS BIGINT) + CAST(:patience AS BIGINT)
    OR rate.free_at > CAST(:now AS BIGINT) + CAST(:longest AS BIGINT)
RETURNING free_at - CAST(:step AS BIGINT);

-- name: rate_free_at
SELECT free_at FROM rate WHERE scope = :scope;

-- name: hold_scope!
INSERT INTO rate (scope, free_at) VALUES (:scope, CAST(:until AS BIGINT))
ON CONFLICT (scope) DO UPDATE
SET free_at = CASE WHEN rate.free_at > excluded.free_at THEN rate.free_at ELSE excluded.free_at END;

-- name: free_scope!
DELETE FROM rate WHERE scope = :scope;

-- name: take_probe
-- No row: it is not time for one, or somebody else has taken it.
UPDATE rate SET free_at = :until
WHERE scope = :scope AND (
    free_at <= CAST(:now AS BIGINT) OR free_at > CAST(:now AS BIGINT) + CAST(:longest AS BIGINT)
)
RETURNING free_at;

-- name: count_deliveries
SELECT platform, state, count(*) FROM delivery GROUP BY platform, state ORDER BY platform, state;

-- name: backlog
SELECT count(*), coalesce(min(ready_at), 0) FROM delivery
WHERE platform = :platform AND ready_at <= CAST(:now AS BIGINT);

-- name: doubtful_deliveries
SELECT id, platform, tenant, slot, rule FROM delivery
WHERE state = 'unknown' ORDER BY ended_at DESC LIMIT :most;

-- name: forget_deliveries!
DELETE FROM delivery WHERE ended_at < :before;

-- name: delete_nudge!
-- Of a profile that another identity still uses: nothing goes to this one any more.
DELETE FROM nudge
WHERE learner = :learner AND platform = :platform AND tenant = :tenant AND user_id = :user_id;

-- name: export_nudge
SELECT nudge.next_due_at FROM nudge JOIN identity ON identity.learner = nudge.learner
WHERE identity.platform = :platform AND identity.tenant = :tenant AND identity.user_id = :user_id;

-- name: export_deliveries
SELECT delivery.id, delivery.slot, delivery.state, delivery.rule, delivery.message
FROM delivery JOIN identity ON identity.learner = delivery.learner
WHERE identity.platform = :platform AND identity.tenant = :tenant AND identity.user_id = :user_id
ORDER BY delivery.slot;
