// topic: networks
// zh: 两者之间如何关联？每一步都有原句
// en: What connects two? Every step with its sentence
// params:
//   a: {type: string, zh: 起点, en: from, example: 谢春生}
//   b: {type: string, zh: 终点, en: to, example: 曹永年}
// none: {zh: '八步之内没有关联。', en: Nothing connects them within eight steps.}
// columns:
//   a: {zh: 起点, en: from, about: {zh: 从谁出发，括号内为辖区。, en: 'Where the way starts, with its jurisdiction.'}}
//   b: {zh: 终点, en: to, about: {zh: 到谁为止，括号内为辖区。, en: 'Where it ends, with its jurisdiction.'}}
//   step: {zh: 步骤, en: step}
//   source: {zh: 主体, en: subject}
//   relation: {zh: 关系, en: relation}
//   target: {zh: 客体, en: object}
//   evidence: {zh: 依据, en: evidence}
MATCH (x:Person|Organization|Place|Event|Post)
WHERE x.name = $a OR $a IN x.aliases
WITH collect(DISTINCT x) AS starts
MATCH (y:Person|Organization|Place|Event|Post)
WHERE y.name = $b OR $b IN y.aliases
WITH DISTINCT starts, y
UNWIND starts AS x
WITH x, y
WHERE x <> y
MATCH way = shortestPath((x)-[:ATTENDED|SPOKE_AT|CHAIRED|ORGANIZED|LOCATED_IN|RESPONSIBLE_FOR|HOLDS_POST|POST_OF|PART_OF*..8]-(y))
WITH x, y, relationships(way) AS links
UNWIND range(0, size(links) - 1) AS i
WITH x, y, i, links[i] AS link
RETURN x.name + coalesce('（' + x.jurisdiction + '）', '') AS a, y.name + coalesce('（' + y.jurisdiction + '）', '') AS b,
       i + 1 AS step, startNode(link).name AS source, type(link) AS relation, endNode(link).name AS target,
       link.evidence AS evidence
ORDER BY x.id, y.id, step
