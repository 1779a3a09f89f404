// topic: organizations
// zh: 某机构的上级、下级机构有哪些？
// en: What is above and below an organization?
// params:
//   name: {type: string, zh: 机构名称或简称, en: name of the organization, example: 县委}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '文章没有写明它的上级或下级机构。', en: No article says what is above or below it.}
// columns:
//   organization: {zh: 机构, en: organization, about: {zh: 所问的机构。, en: The organization asked for.}}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   side: {zh: 上下级, en: side, values: {above: 上级, below: 下级}}
//   depth: {zh: 级数, en: depth}
//   other: {zh: 另一机构, en: other, about: {zh: 上级或下级机构。, en: The organization above or below.}}
//   evidence: {zh: 依据, en: evidence}
MATCH (o:Organization)
WHERE (o.name = $name OR $name IN o.aliases)
  AND ($place IS NULL OR o.jurisdiction CONTAINS $place)
CALL (o) {
  MATCH way = (o)-[:PART_OF*1..5]->(body:Organization)
  RETURN 'above' AS side, length(way) AS depth, body, relationships(way) AS links
  UNION ALL
  MATCH way = (o)<-[:PART_OF*1..5]-(body:Organization)
  RETURN 'below' AS side, length(way) AS depth, body, relationships(way) AS links
}
RETURN o.name AS organization, o.jurisdiction AS jurisdiction, side, depth, body.name AS other,
       reduce(all = [], link IN links | all + link.evidence) AS evidence
ORDER BY jurisdiction, o.id, side, depth, body.name, body.id
