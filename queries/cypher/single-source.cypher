// topic: sources
// zh: 哪些事实只有一篇文章作依据？
// en: Which facts rest on one article alone?
// params:
//   type: {type: string, default: null, words: [ATTENDED, SPOKE_AT, CHAIRED, ORGANIZED, LOCATED_IN, RESPONSIBLE_FOR, HOLDS_POST, POST_OF, PART_OF], zh: 关系类型, en: type of relation, example: ATTENDED}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// columns:
//   source: {zh: 主体, en: subject}
//   relation: {zh: 关系, en: relation}
//   target: {zh: 客体, en: object}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   confidence: {zh: 可信度, en: confidence}
//   published: {zh: 发布日期, en: published}
//   article: {zh: 文章, en: article}
//   evidence: {zh: 依据, en: evidence}
MATCH (x:Person|Organization|Place|Event|Post)-[r:ATTENDED|SPOKE_AT|CHAIRED|ORGANIZED|LOCATED_IN|RESPONSIBLE_FOR|HOLDS_POST|POST_OF|PART_OF]->(y)
WHERE ($type IS NULL OR type(r) = $type)
  AND ($place IS NULL OR x.jurisdiction CONTAINS $place)
WITH x, r, y, substring(r.evidence[0], 0, size(r.evidence[0]) - size(last(split(r.evidence[0], '@'))) - 1) AS article
WHERE all(id IN r.evidence WHERE id STARTS WITH article + '@')
MATCH (a:Article {id: article})
RETURN x.name AS source, type(r) AS relation, y.name AS target, x.jurisdiction AS jurisdiction, r.confidence AS confidence,
       a.published AS published, a.title AS article, r.evidence AS evidence
ORDER BY published, a.id, relation, source, target, x.id, y.id
