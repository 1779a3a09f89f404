// topic: networks
// zh: 两人都在哪些机构任过职？
// en: In which organizations did two people both hold posts?
// params:
//   a: {type: string, zh: 甲, en: one person, example: 林晓峰}
//   b: {type: string, zh: 乙, en: the other, example: 许静}
// none: {zh: '没有两人都任过职的机构。', en: No organization is known in which both held posts.}
// columns:
//   a: {zh: 甲, en: one}
//   a_jurisdiction: {zh: 甲的辖区, en: jurisdiction of one}
//   b: {zh: 乙, en: the other}
//   b_jurisdiction: {zh: 乙的辖区, en: jurisdiction of the other}
//   organization: {zh: 机构, en: organization, about: {zh: 两人都任过职的机构，未必同时。, en: 'Where both held posts, not necessarily at a time.'}}
//   a_posts: {zh: 甲的职务, en: posts of one}
//   b_posts: {zh: 乙的职务, en: posts of the other}
//   evidence: {zh: 依据, en: evidence}
MATCH (p:Person)
WHERE p.name = $a OR $a IN p.aliases
WITH DISTINCT p
MATCH (p)-[r:HOLDS_POST]->(one:Post)-[:POST_OF]->(o:Organization)
WITH DISTINCT p, r, one, o
// A second MATCH, so that both may have held the same post: within one, no relation is walked twice.
MATCH (q:Person)-[s:HOLDS_POST]->(two:Post)-[:POST_OF]->(o)
WHERE (q.name = $b OR $b IN q.aliases) AND p <> q
WITH p, q, o, collect(DISTINCT one.title) AS a_posts, collect(DISTINCT two.title) AS b_posts,
     collect(r.evidence + s.evidence) AS lists
RETURN p.name AS a, p.jurisdiction AS a_jurisdiction, q.name AS b, q.jurisdiction AS b_jurisdiction,
       o.name AS organization, a_posts, b_posts, reduce(all = [], one IN lists | all + one) AS evidence
ORDER BY a_jurisdiction, b_jurisdiction, p.id, q.id, organization
