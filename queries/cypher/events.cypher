// topic: events
// zh: 某段时间、某类、某地有哪些活动？
// en: Which events took place, by kind, time and jurisdiction?
// params:
//   kind: {type: string, default: null, words: [meeting, inspection, visit, ceremony, training, activity, signing, other], zh: 类别, en: kind of event}
//   since: {type: date, default: null, zh: 起, en: from, example: '2023-06'}
//   until: {type: date, default: null, zh: 止（含）, en: 'to, included', example: '2023-12-31'}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
//   text: {type: string, default: null, zh: 名称所含字词, en: words in the name}
// none: {zh: '没有读出这样的活动。', en: No such event was read.}
// columns:
//   date: {zh: 日期, en: date}
//   event: {zh: 活动, en: event}
//   kind: {zh: 类别, en: kind}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   people: {zh: 人数, en: people}
//   venues: {zh: 地点, en: venues}
//   evidence: {zh: 依据, en: evidence}
WITH split('“ ” ‘ ’ " \' 《 》 〈 〉 「 」 『 』 （ ） ( ) 【 】 〔 〕 ［ ］ [ ]', ' ') AS signs // names are compared without them
WITH signs, reduce(bare = $text, sign IN signs | replace(bare, sign, '')) AS wanted
MATCH (e:Event)
WHERE ($place IS NULL OR e.jurisdiction CONTAINS $place)
  AND ($kind IS NULL OR e.kind = $kind)
  AND ($text IS NULL OR any(name IN coalesce(e.aliases, []) + [e.name]
          WHERE name CONTAINS $text
             OR wanted <> '' AND reduce(bare = name, sign IN signs | replace(bare, sign, '')) CONTAINS wanted))
  AND ($since IS NULL OR e.date >= $since OR $since STARTS WITH e.date)
  AND ($until IS NULL OR (e.date <= $until OR e.date STARTS WITH $until) AND NOT e.date STARTS WITH '-')
RETURN e.date AS date, e.name AS event, e.kind AS kind, e.jurisdiction AS jurisdiction,
       COUNT { (e)<-[:ATTENDED]-(:Person) } AS people, [(e)-[:LOCATED_IN]->(venue:Place) | venue.name] AS venues,
       [(e)<-[:MENTIONS]-(s:Sentence) | s.id] AS evidence
ORDER BY date, e.id
