// topic: events
// zh: 谁平时常到、这次缺席？比照此前一年的同类活动
// en: Who usually comes and was absent? Against events of the kind in the year before
// params:
//   event: {type: string, zh: 活动名称（可写一部分）, en: name of the event or a part of it, example: 全县安全生产工作会议}
//   day: {type: date, default: null, zh: 日期, en: day, example: '2023-04-11'}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
//   at_least: {type: integer, default: 3, zh: 此前至少到过几次, en: at least so many times before}
// columns:
//   event: {zh: 活动, en: event, about: {zh: 所问的活动。, en: The event asked for.}}
//   date: {zh: 日期, en: date}
//   person: {zh: 姓名, en: person}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   times: {zh: 到场次数, en: times, about: {zh: 此前一年到过的同类活动数。, en: How many events of the kind the person came to in the year before.}}
//   of: {zh: 同类活动数, en: of}
//   last_seen: {zh: 上次到场, en: last seen, about: {zh: 其中最近一次的日期。, en: The date of the latest of these.}}
//   evidence: {zh: 依据, en: evidence}
WITH split('“ ” ‘ ’ " \' 《 》 〈 〉 「 」 『 』 （ ） ( ) 【 】 〔 〕 ［ ］ [ ]', ' ') AS signs // names are compared without them
WITH signs, reduce(bare = $event, sign IN signs | replace(bare, sign, '')) AS wanted
MATCH (e:Event)
WHERE any(name IN coalesce(e.aliases, []) + [e.name]
          WHERE name CONTAINS $event
             OR wanted <> '' AND reduce(bare = name, sign IN signs | replace(bare, sign, '')) CONTAINS wanted)
  AND ($day IS NULL OR e.date STARTS WITH $day)
  AND ($place IS NULL OR e.jurisdiction CONTAINS $place)
  AND NOT e.date STARTS WITH '-' AND EXISTS { (e)<-[:ATTENDED]-(:Person) }
WITH DISTINCT e, toString(toInteger(substring(e.date, 0, 4)) - 1) + substring(e.date, 4) AS year_before
MATCH (other:Event)
WHERE other.jurisdiction = e.jurisdiction AND other.kind = e.kind AND other.date >= year_before AND other.date < e.date
WITH e, other
WHERE EXISTS { (other)<-[:ATTENDED]-(:Person) }
WITH e, collect(other) AS others
UNWIND others AS other
MATCH (p:Person)-[r:ATTENDED]->(other)
WITH e, size(others) AS of, p, count(other) AS times, max(other.date) AS last_seen, collect(r.evidence) AS lists
WHERE times >= $at_least AND NOT EXISTS { (p)-[:ATTENDED]->(e) }
RETURN e.name AS event, e.date AS date, p.name AS person, p.jurisdiction AS jurisdiction, times, of, last_seen,
       reduce(all = [], one IN lists | all + one) AS evidence
ORDER BY date, e.id, times DESC, person, p.id
