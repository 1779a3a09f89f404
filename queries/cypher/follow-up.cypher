// topic: responsibility
// zh: 布置了什么任务，后来有没有再提到？
// en: Which tasks were demanded of whom, and what was told of them later?
// params:
//   who: {type: string, default: null, zh: 人或机构, en: person or organization, example: 县住建局}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
//   since: {type: date, default: null, zh: 布置于何日以后, en: demanded since, example: '2023-01'}
// none: {zh: '文章没有写明布置过什么任务。', en: No article tells of a task demanded of them.}
// columns:
//   name: {zh: 承担者, en: who, about: {zh: 被要求完成任务的人、机构或职务。, en: 'Of whom it was demanded: a person, a body or a post.'}}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   matter: {zh: 任务, en: task, about: {zh: 任务，原文照录。, en: 'The task, in the article’s words.'}}
//   demanded: {zh: 布置日期, en: demanded}
//   later: {zh: 最近提及, en: told later}
//   articles: {zh: 后续文章, en: later articles, about: {zh: 后来提到此事的文章标题。, en: Titles of the later articles that speak of it.}}
//   evidence: {zh: 依据, en: evidence}
MATCH (who:Person|Organization|Post)-[r:RESPONSIBLE_FOR {kind: 'task'}]->(m:Matter)
WHERE ($who IS NULL OR who.name = $who OR $who IN who.aliases)
  AND ($place IS NULL OR who.jurisdiction CONTAINS $place)
  AND ($since IS NULL OR r.first_seen >= $since OR $since STARTS WITH r.first_seen)
OPTIONAL MATCH (m)<-[:MENTIONS]-(s:Sentence)<-[:HAS_SENTENCE]-(a:Article)
WHERE a.published > r.first_seen
WITH who, r, m, a, s ORDER BY a.published, s.id
WITH who, r, m, max(a.published) AS later, collect(DISTINCT a.title) AS articles, collect(DISTINCT s.id) AS told
RETURN who.name AS name, who.jurisdiction AS jurisdiction, m.name AS matter, r.first_seen AS demanded, later, articles,
       r.evidence + [id IN told WHERE NOT id IN r.evidence] AS evidence
ORDER BY demanded, jurisdiction, name, matter, who.id
