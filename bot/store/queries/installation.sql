-- name: save_installation!
INSERT INTO installation (platform, tenant, body, changed_at, gone_at)
VALUES (:platform, :tenant, :body, :now, NULL)
ON CONFLICT (platform, tenant) DO UPDATE
SET body = excluded.body, changed_at = excluded.changed_at, gone_at = NULL;

-- name: find_installation
SELECT body FROM installation
WHERE platform = :platform AND tenant = :tenant AND gone_at IS NULL;

-- name: drop_installation!
INSERT INTO installation (platform, tenant, body, changed_at, gone_at)
VALUES (:platform, :tenant, '', :now, :now)
ON CONFLICT (platform, tenant) DO UPDATE
SET body = '', changed_at = excluded.changed_at,
    gone_at = coalesce(installation.gone_at, excluded.gone_at);

-- name: long_gone
SELECT platform, tenant FROM installation WHERE gone_at IS NOT NULL AND gone_at < :before;

-- name: forget_installation!
DELETE FROM installation WHERE platform = :platform AND tenant = :tenant;

-- name: forget_tenant_lines!
DELETE FROM pending_line WHERE platform = :platform AND tenant = :tenant;

-- name: forget_tenant_people
DELETE FROM identity WHERE platform = :platform AND tenant = :tenant RETURNING learner;

-- name: forget_tenant_workspace!
DELETE FROM workspace WHERE platform = :platform AND tenant = :tenant;

-- name: some_installation
SELECT body FROM installation WHERE gone_at IS NULL LIMIT 1;

-- name: all_installations
SELECT platform, tenant, body FROM installation WHERE gone_at IS NULL;

-- name: reseal_installation!
UPDATE installation SET body = :body
WHERE platform = :platform AND tenant = :tenant AND body = :old;

-- name: issue_ticket!
INSERT INTO ticket (ticket, purpose, issued_at) VALUES (:ticket, :purpose, :now);

-- name: take_ticket
-- No row: it was never issued, was used before, or is too old.
DELETE FROM ticket WHERE ticket = :ticket AND purpose = :purpose AND issued_at >= :after
RETURNING ticket;

-- name: forget_tickets!
DELETE FROM ticket WHERE issued_at < :before;
