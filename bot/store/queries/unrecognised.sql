-- name: count_unrecognised!
-- The list has an end: new names are left out once it is full, known ones go on counting.
INSERT INTO unrecognised (kind, name, times)
SELECT :kind, :name, CAST(:times AS BIGINT)
WHERE (SELECT count(*) FROM unrecognised) < CAST(:room AS BIGINT)
    OR EXISTS (SELECT 1 FROM unrecognised WHERE kind = :kind AND name = :name)
ON CONFLICT (kind, name) DO UPDATE SET times = unrecognised.times + excluded.times;

-- name: all_unrecognised
SELECT kind, name, times FROM unrecognised ORDER BY times DESC, kind, name;
