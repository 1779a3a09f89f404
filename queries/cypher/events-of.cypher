// topic: events
// zh: 某人参加过哪些活动？
// en: Which events did an official attend?
// params:
//   name: {type: string, zh: 姓名或别称, en: name or alias, example: 林晓峰}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
// none: {zh: '文章没有写明此人参加过什么活动。', en: No article says that they attended an event.}
// columns:
//   person: {zh: 姓名, en: person}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   date: {zh: 日期, en: date}
//   event: {zh: 活动, en: event}
//   kind: {zh: 类别, en: kind}
//   rank: {zh: 排序, en: rank}
//   role: {zh: 角色, en: role}
//   capacity: {zh: 身份, en: capacity}
//   spoke: {zh: 讲话, en: spoke, about: {zh: ✓ 表示在活动上讲了话。, en: '✓: the person spoke there.'}}
//   confidence: {zh: 可信度, en: confidence}
//   evidence: {zh: 依据, en: evidence}
MATCH (p:Person)
WHERE (p.name = $name OR $name IN p.aliases)
  AND ($place IS NULL OR p.jurisdiction CONTAINS $place)
WITH DISTINCT p
MATCH (p)-[r:ATTENDED]->(e:Event)
WHERE ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
WITH DISTINCT p, r, e
OPTIONAL MATCH (p)-[s:SPOKE_AT]->(e)
RETURN p.name AS person, p.jurisdiction AS jurisdiction, e.date AS date, e.name AS event, e.kind AS kind, r.rank AS rank,
       r.role AS role, r.capacity AS capacity, s IS NOT NULL AS spoke, r.confidence AS confidence,
       r.evidence + coalesce(s.evidence, []) AS evidence
ORDER BY jurisdiction, p.id, date, e.id
