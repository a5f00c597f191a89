-- name: schema_version
SELECT coalesce(max(number), 0) FROM migration;

-- name: note_migration!
INSERT INTO migration (number, name) VALUES (:number, :name);

-- name: read_everything
SELECT
    (SELECT sum(length(body)) FROM learner),
    (SELECT count(*) FROM identity),
    (SELECT count(*) FROM inbox),
    (SELECT sum(length(body)) FROM workspace),
    (SELECT sum(length(line)) FROM pending_line),
    (SELECT sum(times) FROM unrecognised),
    (SELECT count(*) FROM nudge),
    (SELECT count(*) FROM delivery);
