// topic: events
// zh: 谁在某次活动上讲了话？
// en: Who spoke at an event?
// params:
//   event: {type: string, zh: 活动名称（可写一部分）, en: name of the event or a part of it, example: 全县安全生产工作会议}
//   day: {type: date, default: null, zh: 日期, en: day, example: '2023-04-11'}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '文章没有写明谁在此次活动上讲话。', en: No article says who spoke at it.}
// columns:
//   event: {zh: 活动, en: event}
//   date: {zh: 日期, en: date}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   order: {zh: 次序, en: order}
//   name: {zh: 讲话者, en: who, about: {zh: 讲话的人或机构。, en: The person or body that spoke.}}
//   kind: {zh: 类别, en: kind, about: {zh: 讲话者是人物还是机构。, en: Whether a person or an organization spoke.}}
//   verb: {zh: 动词, en: verb}
//   confidence: {zh: 可信度, en: confidence}
//   evidence: {zh: 依据, en: evidence}
WITH split('“ ” ‘ ’ " \' 《 》 〈 〉 「 」 『 』 （ ） ( ) 【 】 〔 〕 ［ ］ [ ]', ' ') AS signs // names are compared without them
WITH signs, reduce(bare = $event, sign IN signs | replace(bare, sign, '')) AS wanted
MATCH (e:Event)
WHERE any(name IN coalesce(e.aliases, []) + [e.name]
          WHERE name CONTAINS $event
             OR wanted <> '' AND reduce(bare = name, sign IN signs | replace(bare, sign, '')) CONTAINS wanted)
  AND ($day IS NULL OR e.date STARTS WITH $day)
  AND ($place IS NULL OR e.jurisdiction CONTAINS $place)
WITH DISTINCT e
MATCH (e)<-[r:SPOKE_AT]-(who:Person|Organization)
RETURN e.name AS event, e.date AS date, e.jurisdiction AS jurisdiction, r.order AS order, who.name AS name,
       labels(who)[0] AS kind, r.verb AS verb, r.confidence AS confidence,
       r.evidence AS evidence
ORDER BY date, e.id, order, kind DESC, name, who.id
