-- name: load_workspace
SELECT body FROM workspace WHERE platform = :platform AND tenant = :tenant;

-- name: save_workspace!
INSERT INTO workspace (platform, tenant, body, changed_at) VALUES (:platform, :tenant, :body, :now)
ON CONFLICT (platform, tenant) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at;

-- name: add_workspace
-- No row: somebody else was first.
INSERT INTO workspace (platform, tenant, body, changed_at) VALUES (:platform, :tenant, :body, :now)
ON CONFLICT DO NOTHING
RETURNING tenant;

-- name: replace_workspace
-- No row: somebody else changed it meanwhile.
UPDATE workspace SET body = :body, changed_at = :now
WHERE platform = :platform AND tenant = :tenant AND body = :old
RETURNING tenant;

-- name: all_workspaces
SELECT platform, tenant, body FROM workspace;

-- name: reseal_workspace!
UPDATE workspace SET body = :body
WHERE platform = :platform AND tenant = :tenant AND body = :old;
