// topic: posts
// zh: 某职务某日由谁担任？
// en: Who held a post on a day?
// params:
//   title: {type: string, zh: 职务（可连同机构）, en: 'title, with or without its organization', example: 县住建局局长}
//   day: {type: date, default: null, zh: 日期（不填则历任）, en: day (all holders if empty), example: '2023-06-30'}
//   organization: {type: string, default: null, zh: 机构, en: organization, example: 县住建局}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '没有此职务的任职记录。', en: Nobody is known to have held it.}
// columns:
//   title: {zh: 职务, en: title}
//   organization: {zh: 机构, en: organization}
//   person: {zh: 姓名, en: person}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   basis: {zh: 判断依据, en: basis, values: {stated: 文中写明, seen: 当时在任见报, seen before: 此前在任见报}}
//   came: {zh: 起, en: from}
//   left: {zh: 止, en: to}
//   evidence: {zh: 依据, en: evidence}
MATCH (post:Post)
WHERE $title ENDS WITH post.title OR $title IN post.aliases
WITH DISTINCT post
MATCH (post)<-[r:HOLDS_POST]-(p:Person)
OPTIONAL MATCH (post)-[:POST_OF]->(o:Organization)
WITH p, r, post, o, coalesce(post.organization, o.name, '') AS organization,
     coalesce(CASE WHEN r.start < r.first_seen THEN r.start
                   WHEN r.end < r.first_seen THEN r.end ELSE r.first_seen END, r.start) AS came,
     coalesce(CASE WHEN r.end < r.start AND NOT r.start STARTS WITH r.end THEN r.last_seen ELSE r.end END,
              r.last_seen) AS left
WHERE ($title = post.title OR $title IN post.aliases OR $title = organization + post.title)
  AND ($organization IS NULL OR organization = $organization OR o.name = $organization OR $organization IN o.aliases)
  AND ($place IS NULL OR p.jurisdiction CONTAINS $place)
  AND ($day IS NULL OR (came <= $day OR came STARTS WITH $day)
       AND (r.end IS NULL OR left <> r.end OR left >= $day OR $day STARTS WITH left))
  AND ($day IS NULL OR left >= $day OR $day STARTS WITH left OR NOT EXISTS {
    MATCH (post)<-[later:HOLDS_POST]-(:Person)
    WITH later, coalesce(CASE WHEN later.start < later.first_seen THEN later.start
                              WHEN later.end < later.first_seen THEN later.end ELSE later.first_seen END,
                         later.start) AS since
    WHERE since >= left AND since <= $day AND later <> r
  })
RETURN post.title AS title, organization, p.name AS person, p.jurisdiction AS jurisdiction,
       CASE WHEN r.start IS NOT NULL AND left = r.end THEN 'stated'
            WHEN $day IS NULL OR left >= $day OR $day STARTS WITH left THEN 'seen'
            ELSE 'seen before' END AS basis,
       came, left, r.evidence AS evidence
ORDER BY jurisdiction, organization, title, came, p.id
