// topic: organizations
// zh: 某机构参加、主办了哪些活动？
// en: Which events did an organization take part in or host?
// params:
//   name: {type: string, zh: 机构名称或简称, en: name of the organization, example: 县住建局}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
// none: {zh: '文章没有写明它参加或主办过什么活动。', en: No article says that it took part in an event or hosted one.}
// columns:
//   organization: {zh: 机构, en: organization}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   date: {zh: 日期, en: date}
//   event: {zh: 活动, en: event}
//   kind: {zh: 类别, en: kind}
//   part: {zh: 参与方式, en: part}
//   evidence: {zh: 依据, en: evidence}
MATCH (o:Organization)
WHERE (o.name = $name OR $name IN o.aliases)
  AND ($place IS NULL OR o.jurisdiction CONTAINS $place)
WITH DISTINCT o
MATCH (o)-[r:ATTENDED|ORGANIZED|SPOKE_AT]->(e:Event)
WHERE ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
WITH o, e, r ORDER BY type(r)
WITH o, e, collect(type(r)) AS part, collect(r.evidence) AS lists
RETURN o.name AS organization, o.jurisdiction AS jurisdiction, e.date AS date, e.name AS event, e.kind AS kind, part,
       reduce(all = [], one IN lists | all + one) AS evidence
ORDER BY jurisdiction, o.id, date, e.id
