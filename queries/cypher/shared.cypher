// topic: networks
// zh: 两人一同参加过哪些活动？
// en: Which events did two people both attend?
// params:
//   a: {type: string, zh: 甲, en: one person, example: 林晓峰}
//   b: {type: string, zh: 乙, en: the other, example: 许静}
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
// none: {zh: '没有两人都参加的活动。', en: No event is known that both attended.}
// columns:
//   a: {zh: 甲, en: one}
//   a_jurisdiction: {zh: 甲的辖区, en: jurisdiction of one}
//   b: {zh: 乙, en: the other}
//   b_jurisdiction: {zh: 乙的辖区, en: jurisdiction of the other}
//   date: {zh: 日期, en: date}
//   event: {zh: 活动, en: event, about: {zh: 两人都参加的活动。, en: An event that both attended.}}
//   kind: {zh: 类别, en: kind}
//   evidence: {zh: 依据, en: evidence}
MATCH (p:Person)
WHERE p.name = $a OR $a IN p.aliases
WITH DISTINCT p
MATCH (p)-[r:ATTENDED]->(e:Event)<-[s:ATTENDED]-(q:Person)
WHERE (q.name = $b OR $b IN q.aliases) AND p <> q
  AND ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
RETURN p.name AS a, p.jurisdiction AS a_jurisdiction, q.name AS b, q.jurisdiction AS b_jurisdiction, e.date AS date,
       e.name AS event, e.kind AS kind, r.evidence + s.evidence AS evidence
ORDER BY a_jurisdiction, b_jurisdiction, p.id, q.id, date, e.id
