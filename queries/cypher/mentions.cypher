// topic: sources
// zh: 哪些原句提到某人、某机构、某地？
// en: Which sentences name a person, an organization or a place?
// params:
//   name: {type: string, zh: 名称或别称, en: name or alias, example: 王伟}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
// none: {zh: '没有提到它的句子。', en: No sentence names it.}
// columns:
//   name: {zh: 名称, en: name, about: {zh: 所提到者的名称。, en: The name of what is mentioned.}}
//   kind: {zh: 类别, en: kind, about: {zh: 提到的是人物、机构、地点还是其他。, en: 'Whether a person, a body, a place and so on is named.'}}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   published: {zh: 发布日期, en: published}
//   article: {zh: 文章, en: article}
//   text: {zh: 原句, en: sentence}
//   evidence: {zh: 依据, en: evidence}
MATCH (n:Person|Organization|Place|Event|Post|Matter)
WHERE (n.name = $name OR $name IN n.aliases)
  AND ($place IS NULL OR n.jurisdiction CONTAINS $place)
WITH DISTINCT n
MATCH (n)<-[:MENTIONS]-(s:Sentence)<-[:HAS_SENTENCE]-(a:Article)
WHERE ($since IS NULL OR a.published >= $since OR $since STARTS WITH a.published)
  AND ($until IS NULL OR (a.published <= $until OR a.published STARTS WITH $until) AND NOT a.published STARTS WITH '-')
WITH DISTINCT n, s, a
RETURN n.name AS name, labels(n)[0] AS kind, n.jurisdiction AS jurisdiction, a.published AS published, a.title AS article,
       s.text AS text, [s.id] AS evidence
ORDER BY kind, jurisdiction, n.id, published, a.id, s.start
