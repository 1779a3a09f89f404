// topic: organizations
// zh: 某机构有哪些人、各任什么职务？
// en: Who holds which post in an organization?
// params:
//   name: {type: string, zh: 机构名称或简称, en: name of the organization, example: 县住建局}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '文章没有写明谁在其中任职。', en: No article says who holds a post in it.}
// columns:
//   organization: {zh: 机构, en: organization}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   person: {zh: 姓名, en: person}
//   title: {zh: 职务, en: title}
//   came: {zh: 起, en: from}
//   left: {zh: 止, en: to}
//   evidence: {zh: 依据, en: evidence}
MATCH (o:Organization)
WHERE (o.name = $name OR $name IN o.aliases)
  AND ($place IS NULL OR o.jurisdiction CONTAINS $place)
WITH DISTINCT o
MATCH (o)<-[:POST_OF]-(post:Post)<-[r:HOLDS_POST]-(p:Person)
RETURN o.name AS organization, o.jurisdiction AS jurisdiction, p.name AS person, post.title AS title,
       coalesce(CASE WHEN r.start < r.first_seen THEN r.start
                     WHEN r.end < r.first_seen THEN r.end ELSE r.first_seen END, r.start) AS came,
       coalesce(CASE WHEN r.end < r.start AND NOT r.start STARTS WITH r.end THEN r.last_seen ELSE r.end END,
                r.last_seen) AS left, r.evidence AS evidence
ORDER BY jurisdiction, o.id, title, came, p.id
