-- name: schema_version
SELECT coalesce(max(number), 0) FROM migration;

-- name: note_migration!
INSERT INTO migration (number, name) VALUES (:number, :name);
