-- name: keep_line!
INSERT INTO pending_line (platform, tenant, user_id, key, line, kept_at)
VALUES (:platform, :tenant, :user_id, :key, :line, :now)
ON CONFLICT (platform, tenant, user_id, key) DO UPDATE SET kept_at = excluded.kept_at;

-- name: find_line
SELECT line FROM pending_line
WHERE platform = :platform AND tenant = :tenant AND user_id = :user_id AND key = :key;

-- name: export_lines
SELECT key, line, kept_at FROM pending_line
WHERE platform = :platform AND tenant = :tenant AND user_id = :user_id
ORDER BY kept_at, key;

-- name: delete_lines!
DELETE FROM pending_line
WHERE platform = :platform AND tenant = :tenant AND user_id = :user_id;

-- name: forget_lines!
DELETE FROM pending_line WHERE kept_at < :before;

-- name: all_lines
SELECT platform, tenant, user_id, key, line FROM pending_line;

-- name: reseal_line!
UPDATE pending_line SET line = :line
WHERE platform = :platform AND tenant = :tenant AND user_id = :user_id AND key = :key
    AND line = :old;
