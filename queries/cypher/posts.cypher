// topic: posts
// zh: 某人担任哪些职务？
// en: Which posts does an official hold?
// params:
//   name: {type: string, zh: 姓名或别称, en: name or alias, example: 林晓峰}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '文章没有写明此人的职务。', en: No article names a post of theirs.}
// columns:
//   person: {zh: 姓名, en: person}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   title: {zh: 职务, en: title}
//   organization: {zh: 机构, en: organization}
//   confidence: {zh: 可信度, en: confidence}
//   articles: {zh: 文章数, en: articles}
//   evidence: {zh: 依据, en: evidence}
MATCH (p:Person)
WHERE (p.name = $name OR $name IN p.aliases)
  AND ($place IS NULL OR p.jurisdiction CONTAINS $place)
WITH DISTINCT p
MATCH (p)-[r:HOLDS_POST]->(post:Post)
OPTIONAL MATCH (post)-[:POST_OF]->(o:Organization)
WITH p, r, post, o, [id IN r.evidence | substring(id, 0, size(id) - size(last(split(id, '@'))) - 1)] AS said_in
UNWIND said_in AS article
RETURN p.name AS person, p.jurisdiction AS jurisdiction, post.title AS title,
       coalesce(post.organization, o.name) AS organization, r.confidence AS confidence, count(DISTINCT article) AS articles,
       r.evidence AS evidence
ORDER BY jurisdiction, person, articles DESC, organization, title
