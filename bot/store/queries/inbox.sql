-- name: event_done
SELECT done_at FROM inbox WHERE event = :event;

-- name: note_event
-- No row: the event was carried out before.
INSERT INTO inbox (event, done_at) VALUES (:event, :now) ON CONFLICT DO NOTHING RETURNING event;

-- name: forget_events!
DELETE FROM inbox WHERE done_at < :before;
