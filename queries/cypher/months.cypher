// topic: events
// zh: 每月各类活动有多少？
// en: How many events of each kind a month?
// params:
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
// columns:
//   month: {zh: 月份, en: month}
//   kind: {zh: 类别, en: kind}
//   events: {zh: 活动数, en: events}
//   people: {zh: 人次, en: attendances, about: {zh: 各活动名单人数之和。, en: 'The people named as attending, summed over the events.'}}
//   evidence: {zh: 依据, en: evidence}
MATCH (e:Event)
WHERE size(e.date) >= 7 AND NOT e.date STARTS WITH '-'
  AND ($place IS NULL OR e.jurisdiction CONTAINS $place)
  AND ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
WITH e, substring(e.date, 0, 7) AS month, COUNT { (e)<-[:ATTENDED]-(:Person) } AS people,
     [(e)<-[:MENTIONS]-(s:Sentence) | s.id] AS sentences
WITH month, e.kind AS kind, count(e) AS events, sum(people) AS people, collect(sentences) AS lists
RETURN month, kind, events, people, reduce(all = [], one IN lists | all + one) AS evidence
ORDER BY month, events DESC, kind
