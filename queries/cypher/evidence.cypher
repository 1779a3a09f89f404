// topic: sources
// zh: 某条关系依据哪些原句？
// en: Which sentences are behind a relation?
// params:
//   a: {type: string, zh: 一端, en: one end, example: 王伟}
//   b: {type: string, default: null, zh: 另一端（不填则全部）, en: the other end (all if empty), example: 局长}
//   type: {type: string, default: null, words: [ATTENDED, SPOKE_AT, CHAIRED, ORGANIZED, LOCATED_IN, RESPONSIBLE_FOR, HOLDS_POST, POST_OF, PART_OF], zh: 关系类型, en: type of relation, example: ATTENDED}
// none: {zh: '两者之间没有这样的关系。', en: There is no such relation between them.}
// columns:
//   source: {zh: 主体, en: subject}
//   relation: {zh: 关系, en: relation}
//   target: {zh: 客体, en: object}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   confidence: {zh: 可信度, en: confidence}
//   rules: {zh: 规则, en: rules}
//   published: {zh: 发布日期, en: published}
//   article: {zh: 文章, en: article}
//   text: {zh: 原句, en: sentence}
//   evidence: {zh: 依据, en: evidence}
MATCH (x:Person|Organization|Place|Event|Post|Matter)
WHERE x.name = $a OR $a IN x.aliases OR x.title = $a
WITH DISTINCT x
MATCH (x)-[r:ATTENDED|SPOKE_AT|CHAIRED|ORGANIZED|LOCATED_IN|RESPONSIBLE_FOR|HOLDS_POST|POST_OF|PART_OF]-(y)
WHERE ($b IS NULL OR y.name = $b OR $b IN y.aliases OR y.title = $b)
  AND ($type IS NULL OR type(r) = $type)
WITH DISTINCT r
UNWIND r.evidence AS id
MATCH (s:Sentence {id: id})<-[:HAS_SENTENCE]-(a:Article)
RETURN startNode(r).name AS source, type(r) AS relation, endNode(r).name AS target,
       startNode(r).jurisdiction AS jurisdiction, r.confidence AS confidence, r.rules AS rules,
       a.published AS published, a.title AS article, s.text AS text, [s.id] AS evidence
ORDER BY published, article, relation, source, target, s.id
