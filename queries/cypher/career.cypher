// topic: officials
// zh: 某人的履历：历任职务、任免日期、首见末见
// en: What is an official’s career? Each post with first and last sighting and stated term
// params:
//   name: {type: string, zh: 姓名或别称, en: name or alias, example: 林晓峰}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '文章没有写明此人的职务。', en: No article names a post of theirs.}
// columns:
//   person: {zh: 姓名, en: person}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   title: {zh: 职务, en: title}
//   organization: {zh: 机构, en: organization}
//   start: {zh: 任职起, en: start}
//   end: {zh: 任职止, en: end}
//   first_seen: {zh: 首见, en: first seen}
//   last_seen: {zh: 末见, en: last seen}
//   sentences: {zh: 句数, en: sentences, about: {zh: 说到此职务的句数。, en: How many sentences name the person in the post.}}
//   evidence: {zh: 依据, en: evidence}
MATCH (p:Person)
WHERE (p.name = $name OR $name IN p.aliases)
  AND ($place IS NULL OR p.jurisdiction CONTAINS $place)
WITH DISTINCT p
MATCH (p)-[r:HOLDS_POST]->(post:Post)
OPTIONAL MATCH (post)-[:POST_OF]->(o:Organization)
RETURN p.name AS person, p.jurisdiction AS jurisdiction, post.title AS title,
       coalesce(post.organization, o.name) AS organization, r.start AS start, r.end AS end,
       r.first_seen AS first_seen, r.last_seen AS last_seen, size(r.evidence) AS sentences, r.evidence AS evidence
ORDER BY jurisdiction, p.id, coalesce(CASE WHEN r.start < r.first_seen THEN r.start
                                           WHEN r.end < r.first_seen THEN r.end ELSE r.first_seen END, r.start),
         coalesce(CASE WHEN r.end < r.start AND NOT r.start STARTS WITH r.end THEN r.last_seen ELSE r.end END,
                  r.last_seen), post.id
