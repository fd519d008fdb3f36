-- Acts of membership whose day lies in the period, at the organisation in whose figures the act counts.
-- An act whose facts were erased still counts as one; what it said is `not_known`.

-- population: admissions
-- With what was known of the person at the end of that day, and the sector of the cell on it.
WITH joining AS (
    SELECT a.seq, a.about, a.effective_on, coalesce(a.organisation, a.cell) AS cell, 'no' AS again
    FROM asked AS q JOIN membership_admitted AS a ON a.effective_on BETWEEN q.first AND q.last
    UNION ALL
    SELECT a.seq, a.about, a.effective_on, coalesce(a.organisation, a.cell) AS cell, 'yes' AS again
    FROM asked AS q JOIN membership_readmitted AS a ON a.effective_on BETWEEN q.first AND q.last
),
known AS (
    SELECT j.seq,
           max(CASE WHEN s.track = 'sex' THEN s.value END) AS sex,
           max(CASE WHEN s.track = 'ethnicity' THEN s.value END) AS ethnicity,
           max(CASE WHEN s.track = 'birth' THEN s.value END) AS birth,
           max(CASE WHEN s.track = 'general' THEN s.value END) AS general,
           max(CASE WHEN s.track = 'professional' THEN s.value END) AS professional,
           max(CASE WHEN s.track = 'occupation' THEN s.value END) AS occupation,
           max(CASE WHEN s.track = 'youth_union' THEN s.value END) AS youth_union
    FROM joining AS j
    JOIN state AS s ON s.subject = j.about AND s.since <= j.effective_on
        AND (s.until IS NULL OR s.until > j.effective_on)
    WHERE s.track IN ('sex', 'ethnicity', 'birth', 'general', 'professional', 'occupation', 'youth_union')
    GROUP BY j.seq
),
above AS (
    SELECT j.seq,
           max(CASE WHEN s.track = 'type' THEN s.value END) AS type,
           max(CASE WHEN s.track = 'sector' THEN s.value END) AS sector,
           max(CASE WHEN s.track = 'parent' THEN CAST(s.value AS BIGINT) END) AS parent
    FROM joining AS j
    JOIN state AS s ON s.subject = j.cell AND s.since <= j.effective_on
        AND (s.until IS NULL OR s.until > j.effective_on)
    WHERE s.track IN ('type', 'sector', 'parent') GROUP BY j.seq
),
parent AS (
    SELECT j.seq,
           max(CASE WHEN s.track = 'type' THEN s.value END) AS type,
           max(CASE WHEN s.track = 'sector' THEN s.value END) AS sector,
           max(CASE WHEN s.track = 'parent' THEN CAST(s.value AS BIGINT) END) AS parent
    FROM joining AS j JOIN above AS c ON c.seq = j.seq
    JOIN state AS s ON s.subject = c.parent AND s.since <= j.effective_on
        AND (s.until IS NULL OR s.until > j.effective_on)
    WHERE s.track IN ('type', 'sector', 'parent') GROUP BY j.seq
),
grandparent AS (
    SELECT j.seq,
           max(CASE WHEN s.track = 'type' THEN s.value END) AS type,
           max(CASE WHEN s.track = 'sector' THEN s.value END) AS sector
    FROM joining AS j JOIN parent AS p ON p.seq = j.seq
    JOIN state AS s ON s.subject = p.parent AND s.since <= j.effective_on
        AND (s.until IS NULL OR s.until > j.effective_on)
    WHERE s.track IN ('type', 'sector') GROUP BY j.seq
),
aged AS (
    SELECT j.*, k.sex, k.ethnicity, k.general, k.professional, k.occupation, k.youth_union, c.sector,
           CASE WHEN c.type = 'grassroots_cell' THEN c.sector WHEN p.type = 'grassroots' THEN p.sector
                WHEN g.type = 'grassroots' THEN g.sector END AS grassroots_sector,
           year(j.effective_on) - CAST(substr(rpad(k.birth, 7, '-01'), 1, 4) AS BIGINT)
               - CASE WHEN month(j.effective_on) < CAST(substr(rpad(k.birth, 7, '-01'), 6, 2) AS BIGINT)
                      THEN 1 ELSE 0 END AS age
    FROM joining AS j
    LEFT JOIN known AS k ON k.seq = j.seq
    LEFT JOIN above AS c ON c.seq = j.seq
    LEFT JOIN parent AS p ON p.seq = j.seq
    LEFT JOIN grandparent AS g ON g.seq = j.seq
)
SELECT a.cell AS organisation, a.about AS person, a.about AS subject, a.seq AS entry, a.effective_on AS day, a.again,
       coalesce(a.sex, 'not_known') AS sex, coalesce(a.ethnicity, 'not_known') AS ethnicity,
       CASE WHEN a.ethnicity = '01' THEN 'no' WHEN a.ethnicity IS NULL THEN 'not_known' ELSE 'yes' END AS minority,
       a.age,
       CASE WHEN a.age IS NULL THEN 'not_known' WHEN a.age <= 30 THEN 'up_to_30' WHEN a.age <= 40 THEN '31_40'
            WHEN a.age <= 50 THEN '41_50' WHEN a.age <= 60 THEN '51_60' ELSE 'over_60' END AS age_band,
       coalesce(a.general, 'not_known') AS general, coalesce(a.professional, 'not_known') AS professional,
       coalesce(a.occupation, 'not_known') AS occupation, coalesce(a.youth_union, 'not_known') AS youth_union,
       coalesce(a.sector, a.grassroots_sector, 'not_known') AS sector,
       coalesce(a.grassroots_sector, a.sector, 'not_known') AS grassroots_sector
FROM aged AS a;

-- population: recruiters
-- The grassroots organisations that admitted somebody, each once, as the tree was on the day of the admission.
WITH joining AS (
    SELECT a.seq, a.effective_on, coalesce(a.organisation, a.cell) AS cell
    FROM asked AS q JOIN membership_admitted AS a ON a.effective_on BETWEEN q.first AND q.last
    UNION ALL
    SELECT a.seq, a.effective_on, coalesce(a.organisation, a.cell) AS cell
    FROM asked AS q JOIN membership_readmitted AS a ON a.effective_on BETWEEN q.first AND q.last
),
line AS (
    SELECT j.seq, j.effective_on, j.cell, CAST(p.value AS BIGINT) AS parent, CAST(g.value AS BIGINT) AS grandparent
    FROM joining AS j
    LEFT JOIN state AS p ON p.subject = j.cell AND p.track = 'parent' AND p.since <= j.effective_on
        AND (p.until IS NULL OR p.until > j.effective_on)
    LEFT JOIN state AS g ON g.subject = CAST(p.value AS BIGINT) AND g.track = 'parent' AND g.since <= j.effective_on
        AND (g.until IS NULL OR g.until > j.effective_on)
),
candidate AS (
    SELECT l.seq, l.effective_on, l.cell AS organisation FROM line AS l
    UNION ALL SELECT l.seq, l.effective_on, l.parent FROM line AS l
    UNION ALL SELECT l.seq, l.effective_on, l.grandparent FROM line AS l
)
SELECT c.organisation, CAST(NULL AS BIGINT) AS person, c.organisation AS subject, min(c.seq) AS entry,
       min(c.effective_on) AS day
FROM candidate AS c
JOIN state AS t ON t.subject = c.organisation AND t.track = 'type' AND t.since <= c.effective_on
    AND (t.until IS NULL OR t.until > c.effective_on)
WHERE t.value IN ('grassroots', 'grassroots_cell')
GROUP BY c.organisation;

-- population: recognitions
SELECT a.organisation, a.about AS person, a.about AS subject, a.seq AS entry, a.effective_on AS day
FROM asked AS q JOIN membership_recognised AS a ON a.effective_on BETWEEN q.first AND q.last;

-- population: transfers
SELECT coalesce(t.organisation, t.cell) AS organisation, t.about AS person, t.about AS subject, t.seq AS entry,
       t.effective_on AS day, t.way, coalesce(t.elsewhere, 'none') AS elsewhere
FROM asked AS q
JOIN (
    SELECT organisation, cell, about, seq, effective_on, 'in' AS way, source AS elsewhere FROM membership_transferred_in
    UNION ALL
    SELECT organisation, CAST(NULL AS BIGINT), about, seq, effective_on, 'out', destination
    FROM membership_transferred_out
    UNION ALL
    SELECT organisation, cell, about, seq, effective_on, 'received', NULL FROM membership_received
    UNION ALL
    SELECT organisation, CAST(NULL AS BIGINT), about, seq, effective_on, 'sent', NULL FROM membership_sent
    UNION ALL
    SELECT organisation, cell, about, seq, effective_on, coalesce(why, 'not_known'), NULL FROM membership_moved
    UNION ALL
    SELECT organisation, CAST(NULL AS BIGINT), about, seq, effective_on, 'away', NULL
    FROM membership_temporarily_sent
    UNION ALL
    SELECT organisation, cell, about, seq, effective_on, 'guest', NULL FROM membership_hosted
) AS t ON t.effective_on BETWEEN q.first AND q.last;

-- population: departures
SELECT d.organisation, d.about AS person, d.about AS subject, d.seq AS entry, d.effective_on AS day, d.cause,
       coalesce(d.decided_by, 'not_known') AS decided_by
FROM asked AS q
JOIN (
    SELECT organisation, about, seq, effective_on, 'expelled' AS cause, decided_by FROM membership_expelled
    UNION ALL
    SELECT organisation, about, seq, effective_on, 'name_removed', decided_by FROM membership_name_removed
    UNION ALL
    SELECT organisation, about, seq, effective_on, 'released', decided_by FROM membership_released
    UNION ALL
    SELECT organisation, about, seq, effective_on, 'admission_cancelled', NULL FROM membership_admission_cancelled
    UNION ALL
    SELECT organisation, about, seq, effective_on, 'died', NULL FROM membership_died
) AS d ON d.effective_on BETWEEN q.first AND q.last;

-- population: restorations
SELECT coalesce(a.organisation, a.cell) AS organisation, a.about AS person, a.about AS subject, a.seq AS entry,
       a.effective_on AS day
FROM asked AS q JOIN membership_restored AS a ON a.effective_on BETWEEN q.first AND q.last;

-- population: badges
SELECT a.organisation, a.about AS person, a.about AS subject, a.seq AS entry, a.effective_on AS day,
       CASE WHEN a.years IN ('30', '40', '45', '50', '55', '60', '65', '70', '75', '80', '85', '90') THEN a.years
            ELSE 'other' END AS years,
       CASE WHEN a.posthumous THEN 'yes' ELSE 'no' END AS posthumous
FROM asked AS q JOIN membership_badge_awarded AS a ON a.effective_on BETWEEN q.first AND q.last;

-- population: cards
SELECT a.organisation, a.about AS person, a.about AS subject, a.seq AS entry, a.effective_on AS day,
       coalesce(a.how, 'not_known') AS how
FROM asked AS q JOIN membership_card_issued AS a ON a.effective_on BETWEEN q.first AND q.last;

-- population: residence_sheets
SELECT a.organisation, a.about AS person, a.about AS subject, a.seq AS entry, a.effective_on AS day,
       coalesce(a.year, 'not_known') AS sheet_year
FROM asked AS q JOIN membership_remark_received AS a ON a.effective_on BETWEEN q.first AND q.last;
