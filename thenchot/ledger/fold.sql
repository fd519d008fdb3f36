-- From settings in force to periods. `setting(root, seq, subject, track, key, value, since)` holds one row
-- for every track an entry sets, of the entries in force; value NULL ends the track.
-- The last act of a day decides that day: a run of no days is dropped.
SELECT subject, track, key, value, since, until, opened_by, closed_by
FROM (
    SELECT subject, track, key, value, since, seq AS opened_by,
           lead(since) OVER story AS until,
           lead(seq) OVER story AS closed_by
    FROM setting
    WINDOW story AS (PARTITION BY subject, track, key ORDER BY since, root)
) AS run
WHERE value IS NOT NULL AND (until IS NULL OR since < until)
