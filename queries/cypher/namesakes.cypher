// topic: officials
// zh: 哪些姓名见于不止一个辖区？未必是不同的人
// en: Which names stand in more than one jurisdiction? They may be one person’s
// params:
//   name: {type: string, default: null, zh: 姓名（不填则全部）, en: name (all if empty), example: 王伟}
// none: {zh: '没有姓名见于不止一个辖区。', en: No name stands in more than one jurisdiction.}
// columns:
//   person: {zh: 姓名, en: person}
//   entries: {zh: 条目数, en: entries}
//   jurisdictions: {zh: 辖区, en: jurisdictions}
//   posts: {zh: 职务, en: posts}
//   evidence: {zh: 依据, en: evidence}
MATCH (p:Person)
WHERE $name IS NULL OR p.name = $name
WITH p.name AS person, collect(p) AS bearers
WHERE size(bearers) > 1
UNWIND bearers AS p
OPTIONAL MATCH (p)-[r:HOLDS_POST]->(post:Post)
WITH person, p, post, r ORDER BY p.jurisdiction, p.id, r.first_seen, post.id
WITH person, count(DISTINCT p) AS entries, collect(DISTINCT p) AS bearers,
     collect(DISTINCT coalesce(p.jurisdiction, '—') + '：' + coalesce(post.organization, '') + post.title) AS posts,
     collect(r.evidence) AS lists
RETURN person, entries, [p IN bearers | coalesce(p.jurisdiction, '—')] AS jurisdictions, posts,
       reduce(all = [], one IN lists | all + one) AS evidence
ORDER BY entries DESC, person
