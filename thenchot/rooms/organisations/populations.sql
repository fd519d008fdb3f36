-- What can be counted of Party organisations, villages and bodies. One SQL for DuckDB and Spark: see
-- thenchot/snapshot/declare.py for what each query must give.
-- Types tell subjects apart on the shared tracks: no body has the type of an organisation, no organisation a level.

-- population: organisations
WITH held AS (
    SELECT s.subject,
           max(CASE WHEN s.track = 'exists' THEN s.opened_by END) AS entry,
           max(CASE WHEN s.track = 'exists' THEN s.since END) AS day,
           max(CASE WHEN s.track = 'type' THEN s.value END) AS type,
           max(CASE WHEN s.track = 'sector' THEN s.value END) AS sector,
           max(CASE WHEN s.track = 'parent' THEN s.value END) AS parent,
           max(CASE WHEN s.track = 'place' THEN s.value END) AS place,
           max(CASE WHEN s.track = 'cell_committee' THEN s.value END) AS cell_committee,
           max(CASE WHEN s.track = 'level' THEN s.value END) AS level
    FROM asked AS q JOIN state AS s ON s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
    WHERE s.track IN ('exists', 'type', 'sector', 'parent', 'place', 'cell_committee', 'level')
    GROUP BY s.subject
),
size AS (
    SELECT CAST(c.value AS BIGINT) AS cell, count(*) AS members,
           sum(CASE WHEN t.value = 'full' THEN 1 ELSE 0 END) AS full_members
    FROM asked AS q
    JOIN state AS c ON c.track = 'cell' AND c.since <= q.last AND (c.until IS NULL OR c.until > q.last)
    LEFT JOIN state AS t ON t.subject = c.subject AND t.track = 'standing'
        AND t.since <= q.last AND (t.until IS NULL OR t.until > q.last)
    GROUP BY c.value
)
SELECT o.subject AS organisation, CAST(NULL AS BIGINT) AS person, o.subject, o.entry, o.day, o.type,
       coalesce(o.sector, 'not_known') AS sector,
       CASE WHEN o.type IN ('grassroots', 'grassroots_cell') THEN 'yes' ELSE 'no' END AS grassroots,
       CASE WHEN o.type IN ('cell', 'grassroots_cell') THEN 'yes' ELSE 'no' END AS cell,
       coalesce(p.type, 'none') AS parent_type, coalesce(a.level, 'none') AS place_level,
       coalesce(o.cell_committee, 'not_known') AS cell_committee,
       coalesce(z.members, 0) AS members, coalesce(z.full_members, 0) AS full_members
FROM held AS o
LEFT JOIN held AS p ON p.subject = CAST(o.parent AS BIGINT)
LEFT JOIN held AS a ON a.subject = CAST(o.place AS BIGINT)
LEFT JOIN size AS z ON z.cell = o.subject
WHERE o.type IN ('province', 'district', 'commune', 'grassroots', 'grassroots_cell', 'section', 'cell');

-- population: organisation_changes
-- `type` is what it became, of an ended one what it was; raised and lowered go by the order of the forms. Of
-- several retypings on one day the last one counts, against the type of the day before.
WITH form AS (
    SELECT 'cell' AS type, 1 AS height UNION ALL SELECT 'section', 2 UNION ALL SELECT 'grassroots_cell', 3
    UNION ALL SELECT 'grassroots', 4 UNION ALL SELECT 'commune', 5 UNION ALL SELECT 'district', 6
    UNION ALL SELECT 'province', 7
),
change AS (
    SELECT f.about, f.seq, f.effective_on, 'founded' AS change, f.type, f.type AS type_before, f.sector
    FROM organisations_founded AS f
    UNION ALL
    SELECT e.about, e.seq, e.effective_on, e.how, t.value, t.value, c.value
    FROM organisations_ended AS e
    LEFT JOIN state AS t ON t.subject = e.about AND t.track = 'type' AND t.until = e.effective_on
    LEFT JOIN state AS c ON c.subject = e.about AND c.track = 'sector' AND c.until = e.effective_on
    UNION ALL
    SELECT m.about, m.seq, m.effective_on, 'transferred', t.value, t.value, c.value
    FROM organisations_moved AS m
    LEFT JOIN state AS t ON t.subject = m.about AND t.track = 'type' AND t.since <= m.effective_on
        AND (t.until IS NULL OR t.until > m.effective_on)
    LEFT JOIN state AS c ON c.subject = m.about AND c.track = 'sector' AND c.since <= m.effective_on
        AND (c.until IS NULL OR c.until > m.effective_on)
    UNION ALL
    SELECT r.about, r.seq, r.effective_on,
           CASE WHEN n.height > b.height THEN 'raised' WHEN n.height < b.height THEN 'lowered' ELSE 'resectored' END,
           r.type, t.value, r.sector
    FROM organisations_retyped AS r
    JOIN state AS w ON w.track = 'type' AND w.opened_by = r.seq
    LEFT JOIN state AS t ON t.subject = r.about AND t.track = 'type' AND t.until = r.effective_on
    LEFT JOIN form AS n ON n.type = r.type
    LEFT JOIN form AS b ON b.type = t.value
)
SELECT c.about AS organisation, CAST(NULL AS BIGINT) AS person, c.about AS subject, c.seq AS entry,
       c.effective_on AS day, c.change, coalesce(c.type, 'not_known') AS type,
       coalesce(c.sector, 'not_known') AS sector,
       CASE WHEN c.type IN ('grassroots', 'grassroots_cell') THEN 'yes'
            WHEN c.type_before IN ('grassroots', 'grassroots_cell') THEN 'yes' ELSE 'no' END AS grassroots
FROM asked AS q JOIN change AS c ON c.effective_on BETWEEN q.first AND q.last;

-- population: villages
-- At its own cell, or at the organisation of its commune. A village has a member where its own cell has one, or
-- where the head of the village or of its front board is one.
WITH held AS (
    SELECT s.subject,
           max(CASE WHEN s.track = 'exists' THEN s.opened_by END) AS entry,
           max(CASE WHEN s.track = 'exists' THEN s.since END) AS day,
           max(CASE WHEN s.track = 'type' THEN s.value END) AS type,
           max(CASE WHEN s.track = 'place' THEN CAST(s.value AS BIGINT) END) AS place,
           max(CASE WHEN s.track = 'parent' THEN CAST(s.value AS BIGINT) END) AS parent,
           max(CASE WHEN s.track = 'level' THEN s.value END) AS level
    FROM asked AS q JOIN state AS s ON s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
    WHERE s.track IN ('exists', 'type', 'place', 'parent', 'level')
    GROUP BY s.subject
),
own_cell AS (
    SELECT o.place, min(o.subject) AS organisation FROM held AS o
    WHERE o.type IN ('cell', 'grassroots_cell') AND o.place IS NOT NULL GROUP BY o.place
),
above AS (
    SELECT o.place, min(o.subject) AS organisation FROM held AS o
    WHERE o.type IN ('grassroots', 'commune', 'district', 'province') AND o.place IS NOT NULL GROUP BY o.place
),
roll AS (
    SELECT s.subject AS person, CAST(s.value AS BIGINT) AS cell
    FROM asked AS q JOIN state AS s ON s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
    WHERE s.track = 'cell'
),
inhabited AS (
    SELECT o.place FROM held AS o JOIN roll AS r ON r.cell = o.subject WHERE o.place IS NOT NULL
    UNION
    SELECT CAST(s.value AS BIGINT) AS place
    FROM asked AS q
    JOIN state AS s ON s.track = 'post' AND s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
    JOIN roll AS r ON r.person = s.subject
)
SELECT coalesce(c.organisation, u.organisation) AS organisation, CAST(NULL AS BIGINT) AS person, v.subject, v.entry,
       v.day, CASE WHEN c.organisation IS NULL THEN 'no' ELSE 'yes' END AS own_cell,
       CASE WHEN i.place IS NULL THEN 'no' ELSE 'yes' END AS has_member
FROM held AS v
LEFT JOIN own_cell AS c ON c.place = v.subject
LEFT JOIN above AS u ON u.place = v.parent
LEFT JOIN inhabited AS i ON i.place = v.subject
WHERE v.level = 'village';

-- population: reorganisations
-- Each body and plan under which it is due, at the organisation of its province; what is known of a body last
-- counts, so that one cut since keeps its place.
WITH known AS (
    SELECT r.subject, max(CASE WHEN r.track = 'type' THEN r.value END) AS type,
           max(CASE WHEN r.track = 'place' THEN CAST(r.value AS BIGINT) END) AS place,
           max(CASE WHEN r.track = 'parent' THEN CAST(r.value AS BIGINT) END) AS parent
    FROM (
        SELECT s.subject, s.track, s.value,
               row_number() OVER (PARTITION BY s.subject, s.track ORDER BY s.since DESC) AS nth
        FROM asked AS q JOIN state AS s ON s.since <= q.last WHERE s.track IN ('type', 'place', 'parent')
    ) AS r
    WHERE r.nth = 1 GROUP BY r.subject
),
province AS (
    SELECT k.place, min(k.subject) AS organisation FROM known AS k WHERE k.type = 'province' GROUP BY k.place
),
planned AS (
    SELECT s.subject, s.key AS plan, s.value AS state, s.opened_by AS entry, s.since AS day
    FROM asked AS q JOIN state AS s ON s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
    WHERE s.track = 'reorganisation'
)
SELECT coalesce(p0.organisation, p1.organisation, p2.organisation) AS organisation, CAST(NULL AS BIGINT) AS person,
       b.subject, b.entry, b.day, b.plan, b.state, coalesce(k.type, 'not_known') AS type
FROM planned AS b
LEFT JOIN known AS k ON k.subject = b.subject
LEFT JOIN known AS h ON h.subject = k.parent
LEFT JOIN province AS p0 ON p0.place = coalesce(k.place, h.place)
LEFT JOIN known AS a1 ON a1.subject = coalesce(k.place, h.place)
LEFT JOIN province AS p1 ON p1.place = a1.parent
LEFT JOIN known AS a2 ON a2.subject = a1.parent
LEFT JOIN province AS p2 ON p2.place = a2.parent;

-- population: bodies_ended
WITH known AS (
    SELECT r.subject, max(CASE WHEN r.track = 'type' THEN r.value END) AS type,
           max(CASE WHEN r.track = 'place' THEN CAST(r.value AS BIGINT) END) AS place,
           max(CASE WHEN r.track = 'parent' THEN CAST(r.value AS BIGINT) END) AS parent
    FROM (
        SELECT s.subject, s.track, s.value,
               row_number() OVER (PARTITION BY s.subject, s.track ORDER BY s.since DESC) AS nth
        FROM asked AS q JOIN state AS s ON s.since <= q.last WHERE s.track IN ('type', 'place', 'parent')
    ) AS r
    WHERE r.nth = 1 GROUP BY r.subject
),
province AS (
    SELECT k.place, min(k.subject) AS organisation FROM known AS k WHERE k.type = 'province' GROUP BY k.place
)
SELECT coalesce(p0.organisation, p1.organisation, p2.organisation, e.organisation) AS organisation,
       CAST(NULL AS BIGINT) AS person, e.about AS subject, e.seq AS entry, e.effective_on AS day, e.type, e.how
FROM asked AS q
JOIN organisations_body_ended AS e ON e.effective_on BETWEEN q.first AND q.last
LEFT JOIN known AS k ON k.subject = e.about
LEFT JOIN known AS h ON h.subject = k.parent
LEFT JOIN province AS p0 ON p0.place = coalesce(k.place, h.place)
LEFT JOIN known AS a1 ON a1.subject = coalesce(k.place, h.place)
LEFT JOIN province AS p1 ON p1.place = a1.parent
LEFT JOIN known AS a2 ON a2.subject = a1.parent
LEFT JOIN province AS p2 ON p2.place = a2.parent;
