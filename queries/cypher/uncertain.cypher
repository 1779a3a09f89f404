// topic: sources
// zh: 哪些事实最不确定？
// en: Which facts are least certain?
// params:
//   below: {type: number, default: 0.8, zh: 可信度低于, en: confidence below}
//   type: {type: string, default: null, words: [ATTENDED, SPOKE_AT, CHAIRED, ORGANIZED, LOCATED_IN, RESPONSIBLE_FOR, HOLDS_POST, POST_OF, PART_OF], zh: 关系类型, en: type of relation, example: ATTENDED}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// columns:
//   source: {zh: 主体, en: subject}
//   relation: {zh: 关系, en: relation}
//   target: {zh: 客体, en: object}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   confidence: {zh: 可信度, en: confidence}
//   rules: {zh: 规则, en: rules}
//   evidence: {zh: 依据, en: evidence}
MATCH (x:Person|Organization|Place|Event|Post)-[r:ATTENDED|SPOKE_AT|CHAIRED|ORGANIZED|LOCATED_IN|RESPONSIBLE_FOR|HOLDS_POST|POST_OF|PART_OF]->(y)
WHERE r.confidence < $below
  AND ($type IS NULL OR type(r) = $type)
  AND ($place IS NULL OR x.jurisdiction CONTAINS $place)
RETURN x.name AS source, type(r) AS relation, y.name AS target, x.jurisdiction AS jurisdiction, r.confidence AS confidence,
       r.rules AS rules, r.evidence AS evidence
ORDER BY confidence, relation, source, target, x.id, y.id
