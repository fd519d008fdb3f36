-- Members as they stand on a day: the roll, probation, residence links. Acts are in flow_populations.sql.
-- Ages are whole years by month of birth; Party age is that of full members, from the day of the admission
-- decision. A stock reads `state` once and turns its tracks into columns: a province has a million rows there.

-- population: members
WITH held AS (
    SELECT s.subject,
           max(CASE WHEN s.track = 'cell' THEN s.value END) AS cell,
           max(CASE WHEN s.track = 'cell' THEN s.opened_by END) AS entry,
           max(CASE WHEN s.track = 'cell' THEN s.since END) AS day,
           max(CASE WHEN s.track = 'standing' THEN s.value END) AS standing,
           max(CASE WHEN s.track = 'joined' THEN s.opened_by END) AS joined_by,
           max(CASE WHEN s.track = 'party_since' THEN s.value END) AS party_since,
           max(CASE WHEN s.track = 'exempt' THEN s.value END) AS exempt,
           max(CASE WHEN s.track = 'temporary' THEN s.value END) AS away,
           max(CASE WHEN s.track = 'residence' THEN s.value END) AS residence,
           max(CASE WHEN s.track = 'sex' THEN s.value END) AS sex,
           max(CASE WHEN s.track = 'ethnicity' THEN s.value END) AS ethnicity,
           max(CASE WHEN s.track = 'birth' THEN s.value END) AS birth,
           max(CASE WHEN s.track = 'general' THEN s.value END) AS general,
           max(CASE WHEN s.track = 'professional' THEN s.value END) AS professional,
           max(CASE WHEN s.track = 'theory' THEN s.value END) AS theory,
           max(CASE WHEN s.track = 'occupation' THEN s.value END) AS occupation,
           max(CASE WHEN s.track = 'youth_union' THEN s.value END) AS youth_union,
           max(CASE WHEN s.track = 'business_owner' THEN s.value END) AS business_owner
    FROM asked AS q JOIN state AS s ON s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
    WHERE s.track IN (
        'cell', 'standing', 'joined', 'party_since', 'exempt', 'temporary', 'residence', 'sex', 'ethnicity',
        'birth', 'general', 'professional', 'theory', 'occupation', 'youth_union', 'business_owner'
    )
    GROUP BY s.subject
),
organisation AS (
    SELECT s.subject,
           max(CASE WHEN s.track = 'type' THEN s.value END) AS type,
           max(CASE WHEN s.track = 'sector' THEN s.value END) AS sector,
           max(CASE WHEN s.track = 'parent' THEN s.value END) AS parent
    FROM asked AS q JOIN state AS s ON s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
    WHERE s.track IN ('type', 'sector', 'parent') GROUP BY s.subject
),
place AS (
    SELECT c.subject, c.sector,
           CASE WHEN c.type = 'grassroots_cell' THEN c.sector WHEN p.type = 'grassroots' THEN p.sector
                WHEN g.type = 'grassroots' THEN g.sector END AS grassroots_sector
    FROM organisation AS c
    LEFT JOIN organisation AS p ON p.subject = CAST(c.parent AS BIGINT)
    LEFT JOIN organisation AS g ON g.subject = CAST(p.parent AS BIGINT)
    WHERE c.type IN ('cell', 'grassroots_cell')
),
-- Where no decision's day is given, that of its paper.
signed AS (
    SELECT a.seq, coalesce(a.signed_on, a.effective_on) AS day FROM membership_admitted AS a
    UNION ALL
    SELECT a.seq, coalesce(a.signed_on, a.effective_on) AS day FROM membership_readmitted AS a
),
aged AS (
    SELECT h.*, year(q.last) - CAST(substr(rpad(h.birth, 7, '-01'), 1, 4) AS BIGINT)
               - CASE WHEN month(q.last) < CAST(substr(rpad(h.birth, 7, '-01'), 6, 2) AS BIGINT) THEN 1 ELSE 0 END
               AS age,
           coalesce(CAST(rpad(h.party_since, 10, '-01-01') AS DATE), d.day) AS since, q.last
    FROM asked AS q JOIN held AS h ON h.cell IS NOT NULL LEFT JOIN signed AS d ON d.seq = h.joined_by
),
member AS (
    SELECT a.*,
           CASE WHEN a.standing = 'full' THEN year(a.last) - year(a.since)
               - CASE WHEN month(a.last) * 100 + day(a.last) < month(a.since) * 100 + day(a.since) THEN 1 ELSE 0 END
           END AS party_age
    FROM aged AS a
)
SELECT CAST(m.cell AS BIGINT) AS organisation, m.subject AS person, m.subject, m.entry, m.day,
       coalesce(m.standing, 'not_known') AS standing, coalesce(m.sex, 'not_known') AS sex,
       coalesce(m.ethnicity, 'not_known') AS ethnicity,
       CASE WHEN m.ethnicity = '01' THEN 'no' WHEN m.ethnicity IS NULL THEN 'not_known' ELSE 'yes' END AS minority,
       m.age,
       CASE WHEN m.age IS NULL THEN 'not_known' WHEN m.age <= 30 THEN 'up_to_30' WHEN m.age <= 40 THEN '31_40'
            WHEN m.age <= 50 THEN '41_50' WHEN m.age <= 60 THEN '51_60' ELSE 'over_60' END AS age_band,
       m.party_age,
       CASE WHEN m.party_age IS NULL THEN 'none' WHEN m.party_age < 30 THEN 'under_30'
            WHEN m.party_age < 40 THEN '30_39' WHEN m.party_age < 45 THEN '40_44' WHEN m.party_age < 50 THEN '45_49'
            WHEN m.party_age < 55 THEN '50_54' WHEN m.party_age < 60 THEN '55_59' WHEN m.party_age < 65 THEN '60_64'
            WHEN m.party_age < 70 THEN '65_69' WHEN m.party_age < 75 THEN '70_74' ELSE '75_up' END AS party_age_band,
       coalesce(m.general, 'not_known') AS general, coalesce(m.professional, 'not_known') AS professional,
       coalesce(m.theory, 'not_known') AS theory, coalesce(m.occupation, 'not_known') AS occupation,
       coalesce(m.youth_union, 'not_known') AS youth_union,
       coalesce(m.business_owner, 'not_known') AS business_owner, coalesce(m.exempt, 'no') AS exempt,
       CASE WHEN m.away IS NULL THEN 'no' ELSE 'yes' END AS away,
       CASE WHEN m.residence IS NULL THEN 'no' ELSE 'yes' END AS residence_link,
       coalesce(c.sector, c.grassroots_sector, 'not_known') AS sector,
       coalesce(c.grassroots_sector, c.sector, 'not_known') AS grassroots_sector
FROM member AS m LEFT JOIN place AS c ON c.subject = CAST(m.cell AS BIGINT);

-- population: probation
-- Who is on probation, and whether it has ended: due for recognition from the day it ends, overdue once the
-- working days within which the cell has to consider it are over (the law of the day probation ends).
WITH held AS (
    SELECT s.subject,
           max(CASE WHEN s.track = 'cell' THEN s.value END) AS cell,
           max(CASE WHEN s.track = 'standing' THEN s.value END) AS standing,
           max(CASE WHEN s.track = 'standing' THEN s.opened_by END) AS entry,
           max(CASE WHEN s.track = 'joined' THEN s.value END) AS joined
    FROM asked AS q JOIN state AS s ON s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
    WHERE s.track IN ('cell', 'standing', 'joined') GROUP BY s.subject
),
begun AS (
    SELECT h.subject, h.cell, h.entry, CAST(rpad(h.joined, 10, '-01-01') AS DATE) AS joined
    FROM held AS h WHERE h.cell IS NOT NULL AND h.standing = 'probationary'
),
ended AS (
    SELECT b.subject, b.cell, b.entry, b.joined,
           CAST(b.joined + INTERVAL '1' MONTH * CAST(v.value AS BIGINT) AS DATE) AS ends_on
    FROM begun AS b
    LEFT JOIN law AS v ON v.key = 'probation.months' AND v.scope = 'centre' AND v.since <= b.joined
        AND (v.until IS NULL OR v.until > b.joined)
),
waited AS (
    SELECT e.subject, count(*) AS working_days
    FROM asked AS q JOIN ended AS e ON e.ends_on <= q.last
    JOIN workday AS w ON w.day > e.ends_on AND w.day <= q.last
    GROUP BY e.subject
)
SELECT CAST(e.cell AS BIGINT) AS organisation, e.subject AS person, e.subject, e.entry, e.joined AS day, e.ends_on,
       CASE WHEN e.ends_on <= q.last THEN 'yes' ELSE 'no' END AS due,
       CASE WHEN w.working_days > CAST(v.value AS BIGINT) THEN 'yes' ELSE 'no' END AS overdue
FROM asked AS q JOIN ended AS e ON TRUE
LEFT JOIN waited AS w ON w.subject = e.subject
LEFT JOIN law AS v ON v.key = 'recognition.consider_within' AND v.scope = 'centre' AND v.since <= e.ends_on
    AND (v.until IS NULL OR v.until > e.ends_on);

-- population: residence_links
-- At the cell of the place of residence, which does not count them among its own.
SELECT CAST(r.value AS BIGINT) AS organisation, r.subject AS person, r.subject, r.opened_by AS entry, r.since AS day
FROM asked AS q
JOIN state AS r ON r.track = 'residence' AND r.since <= q.last AND (r.until IS NULL OR r.until > q.last)
JOIN state AS c ON c.subject = r.subject AND c.track = 'cell' AND c.since <= q.last
    AND (c.until IS NULL OR c.until > q.last);
