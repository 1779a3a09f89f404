// topic: organizations
// zh: 某机构的上级和下属？
// en: What is above and below an organization?
// params:
//   name: {type: string, zh: 机构名称或简称, en: name of the organization, example: 县委}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// columns:
//   organization: {zh: 机构, en: organization}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   side: {zh: 方向, en: side}
//   depth: {zh: 层, en: depth}
//   other: {zh: 机构, en: other}
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
