-- name: load
-- One row always: version and body of the learner, body of the workspace; NULL where nothing is stored.
SELECT learner.version, learner.body, workspace.body
FROM (SELECT 1 AS one) AS anyone
LEFT JOIN identity
    ON identity.platform = :platform AND identity.tenant = :tenant AND identity.user_id = :user_id
LEFT JOIN learner ON learner.id = identity.learner
LEFT JOIN workspace ON workspace.platform = :platform AND workspace.tenant = :workspace;

-- name: add_learner!
INSERT INTO learner (id, version, body, created_at, changed_at)
VALUES (:id, 1, :body, :now, :now);

-- name: add_identity
-- No row: this person is there already.
INSERT INTO identity (platform, tenant, user_id, learner, added_at)
VALUES (:platform, :tenant, :user_id, :id, :now)
ON CONFLICT DO NOTHING
RETURNING learner;

-- name: change_learner
-- No row: somebody else saved first, or the person is gone.
UPDATE learner SET body = :body, version = version + 1, changed_at = :now
WHERE version = :version AND id = (
    SELECT learner FROM identity
    WHERE platform = :platform AND tenant = :tenant AND user_id = :user_id
)
RETURNING version;

-- name: delete_identity
DELETE FROM identity
WHERE platform = :platform AND tenant = :tenant AND user_id = :user_id
RETURNING learner;

-- name: delete_learner!
-- A profile that another identity still uses stays.
DELETE FROM learner
WHERE id = :id AND NOT EXISTS (SELECT 1 FROM identity WHERE learner = :id);

-- name: export_person
SELECT learner.version, learner.body, learner.created_at, learner.changed_at, identity.added_at
FROM identity JOIN learner ON learner.id = identity.learner
WHERE identity.platform = :platform AND identity.tenant = :tenant AND identity.user_id = :user_id;

-- name: some_learner
SELECT body FROM learner LIMIT 1;

-- name: next_learners
SELECT id, version, body FROM learner WHERE id > :after ORDER BY id LIMIT 200;

-- name: reseal_learner!
-- The content is the same, so the version stays; a save in between wins.
UPDATE learner SET body = :body WHERE id = :id AND version = :version;
