// topic: posts
// zh: 哪些职务自某日起未见有人担任？
// en: Which posts has nobody been seen in since a day?
// params:
//   since: {type: date, zh: 自何日起, en: from this day on, example: '2023-09'}
//   organization: {type: string, default: null, zh: 机构, en: organization, example: 县住建局}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '没有职务自该日起不见有人担任。', en: No post has been without a holder since.}
// columns:
//   title: {zh: 职务, en: title}
//   organization: {zh: 机构, en: organization}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   person: {zh: 最后任职者, en: last holder}
//   left: {zh: 末见, en: last seen}
//   stated: {zh: 写明离任, en: end stated}
//   evidence: {zh: 依据, en: evidence}
MATCH (post:Post)<-[r:HOLDS_POST]-(:Person)
WHERE $place IS NULL OR post.jurisdiction CONTAINS $place
WITH post, max(coalesce(CASE WHEN r.end < r.start AND NOT r.start STARTS WITH r.end THEN r.last_seen ELSE r.end END,
                             r.last_seen)) AS left
WHERE left < $since AND NOT $since STARTS WITH left
OPTIONAL MATCH (post)-[:POST_OF]->(o:Organization)
WITH post, left, o, coalesce(post.organization, o.name) AS organization
WHERE $organization IS NULL OR organization = $organization OR o.name = $organization OR $organization IN o.aliases
WITH DISTINCT post, left, organization
MATCH (post)<-[r:HOLDS_POST]-(p:Person)
WHERE coalesce(CASE WHEN r.end < r.start AND NOT r.start STARTS WITH r.end THEN r.last_seen ELSE r.end END,
               r.last_seen) = left
WITH post, left, organization, r, p ORDER BY p.id
WITH post, left, organization, collect({person: p.name, stated: r.end IS NOT NULL AND left = r.end,
  evidence: r.evidence})[0] AS last
RETURN post.title AS title, organization, post.jurisdiction AS jurisdiction, last.person AS person, left,
       last.stated AS stated, last.evidence AS evidence
ORDER BY left, jurisdiction, organization, title, post.id
