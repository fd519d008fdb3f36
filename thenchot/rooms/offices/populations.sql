-- Who holds which post on a day. A post's seat is an organisation, a body or a village; the row lies at the
-- organisation itself, at the organisation of the body's place, at the village's own cell or its commune.

-- population: posts
WITH holding AS (
    SELECT s.subject AS person, s.key, s.opened_by AS entry, s.since AS day, CAST(s.value AS BIGINT) AS held,
           substr(s.key, 1, length(s.key) - length(s.value) - 1) AS post
    FROM asked AS q JOIN state AS s ON s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
    WHERE s.track = 'post'
),
foreign_to AS (
    SELECT s.subject AS person, s.key, s.value
    FROM asked AS q JOIN state AS s ON s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
    WHERE s.track = 'not_local'
),
known AS (
    SELECT s.subject,
           max(CASE WHEN s.track = 'type' THEN s.value END) AS type,
           max(CASE WHEN s.track = 'sector' THEN s.value END) AS sector,
           max(CASE WHEN s.track = 'level' THEN s.value END) AS level,
           max(CASE WHEN s.track = 'place' THEN CAST(s.value AS BIGINT) END) AS place,
           max(CASE WHEN s.track = 'parent' THEN CAST(s.value AS BIGINT) END) AS parent
    FROM asked AS q JOIN state AS s ON s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
    WHERE s.track IN ('type', 'sector', 'level', 'place', 'parent')
    GROUP BY s.subject
),
cell_at AS (
    SELECT k.place, min(k.subject) AS organisation FROM known AS k
    WHERE k.type IN ('cell', 'grassroots_cell') AND k.place IS NOT NULL GROUP BY k.place
),
organisation_at AS (
    SELECT k.place, min(k.subject) AS organisation FROM known AS k
    WHERE k.type IN ('province', 'district', 'commune', 'grassroots') AND k.place IS NOT NULL GROUP BY k.place
),
second AS (
    SELECT h.person, h.held,
           max(CASE WHEN h.post = 'village_head' THEN 'yes' ELSE 'no' END) AS village_head,
           max(CASE WHEN h.post = 'front_work_head' THEN 'yes' ELSE 'no' END) AS front_work_head
    FROM holding AS h WHERE h.post IN ('village_head', 'front_work_head') GROUP BY h.person, h.held
),
officer AS (
    SELECT DISTINCT h.person FROM holding AS h WHERE h.post = 'commune_officer'
)
SELECT CASE WHEN k.level = 'village' THEN coalesce(v.organisation, c.organisation)
            WHEN k.type IN ('provincial_agency', 'delegation_office', 'district_authority', 'commune_authority',
                            'inner_unit', 'division') THEN b.organisation
            ELSE h.held END AS organisation,
       h.person, h.held AS subject, h.entry, h.day, h.post, coalesce(f.value, 'not_known') AS not_local,
       coalesce(k.type, k.level, 'not_known') AS seat_type, coalesce(k.sector, 'not_known') AS seat_sector,
       coalesce(a.level, 'none') AS seat_level,
       coalesce(t.village_head, 'no') AS village_head_too, coalesce(t.front_work_head, 'no') AS front_work_head_too,
       CASE WHEN o.person IS NULL THEN 'no' ELSE 'yes' END AS commune_officer_too
FROM holding AS h
LEFT JOIN foreign_to AS f ON f.person = h.person AND f.key = h.key
LEFT JOIN known AS k ON k.subject = h.held
LEFT JOIN known AS a ON a.subject = k.place
LEFT JOIN cell_at AS v ON v.place = h.held
LEFT JOIN organisation_at AS c ON c.place = k.parent
LEFT JOIN organisation_at AS b ON b.place = k.place
LEFT JOIN second AS t ON t.person = h.person AND t.held = k.place
LEFT JOIN officer AS o ON o.person = h.person;

-- population: cell_secretaries
-- With their schooling as it is on the day.
WITH holding AS (
    SELECT s.subject AS person, s.opened_by AS entry, s.since AS day, CAST(s.value AS BIGINT) AS cell
    FROM asked AS q JOIN state AS s ON s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
    WHERE s.track = 'post' AND s.key LIKE 'secretary@%'
),
schooled AS (
    SELECT h.person,
           max(CASE WHEN s.track = 'general' THEN s.value END) AS general,
           max(CASE WHEN s.track = 'professional' THEN s.value END) AS professional,
           max(CASE WHEN s.track = 'theory' THEN s.value END) AS theory
    FROM asked AS q JOIN (SELECT DISTINCT person FROM holding) AS h ON TRUE
    JOIN state AS s ON s.subject = h.person AND s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
    WHERE s.track IN ('general', 'professional', 'theory') GROUP BY h.person
)
SELECT h.cell AS organisation, h.person, h.cell AS subject, h.entry, h.day, t.value AS seat_type,
       coalesce(e.general, 'not_known') AS general, coalesce(e.professional, 'not_known') AS professional,
       coalesce(e.theory, 'not_known') AS theory
FROM asked AS q JOIN holding AS h ON TRUE
JOIN state AS t ON t.subject = h.cell AND t.track = 'type' AND t.since <= q.last
    AND (t.until IS NULL OR t.until > q.last)
LEFT JOIN schooled AS e ON e.person = h.person
WHERE t.value IN ('cell', 'grassroots_cell');
