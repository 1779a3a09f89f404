// topic: places
// zh: 某地发生过什么？含其下属地点
// en: What happened at a place, or at places within it?
// params:
//   name: {type: string, zh: 地名或别称, en: name of the place, example: 杏林坪村}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
// none: {zh: '文章没有写明此地有过什么活动。', en: No article tells of an event there.}
// columns:
//   place: {zh: 地点, en: place, about: {zh: 所问的地点。, en: The place asked for.}}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   date: {zh: 日期, en: date}
//   event: {zh: 活动, en: event}
//   kind: {zh: 类别, en: kind}
//   site: {zh: 具体地点, en: site}
//   evidence: {zh: 依据, en: evidence}
MATCH (stop:Place)
WHERE (stop.name = $name OR $name IN stop.aliases)
  AND ($place IS NULL OR stop.jurisdiction CONTAINS $place)
WITH DISTINCT stop
MATCH (stop)<-[:LOCATED_IN*0..4]-(spot:Place)<-[r:LOCATED_IN]-(e:Event)
WHERE ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
WITH DISTINCT stop, e, spot, r
RETURN stop.name AS place, stop.jurisdiction AS jurisdiction, e.date AS date, e.name AS event, e.kind AS kind,
       spot.name AS site, r.evidence AS evidence
ORDER BY jurisdiction, stop.id, date, e.id, spot.id
