// topic: events
// zh: 谁参加了某次活动？按名单次序
// en: Who attended an event? In roster order
// params:
//   event: {type: string, zh: 活动名称（可写一部分）, en: name of the event or a part of it, example: 全县安全生产工作会议}
//   day: {type: date, default: null, zh: 日期, en: day, example: '2023-04-11'}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '文章没有列出此次活动的参加者。', en: No article says who attended it.}
// columns:
//   event: {zh: 活动, en: event}
//   date: {zh: 日期, en: date}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   rank: {zh: 排序, en: rank}
//   name: {zh: 参加者, en: who}
//   kind: {zh: 类别, en: kind, about: {zh: 参加者是人物还是机构。, en: Whether a person or an organization came.}}
//   role: {zh: 角色, en: role}
//   capacity: {zh: 身份, en: capacity}
//   open: {zh: 名单未列全, en: roster open}
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
MATCH (e)<-[r:ATTENDED]-(who:Person|Organization)
RETURN e.name AS event, e.date AS date, e.jurisdiction AS jurisdiction, r.rank AS rank, who.name AS name,
       labels(who)[0] AS kind, r.role AS role, r.capacity AS capacity, r.open AS open, r.confidence AS confidence,
       r.evidence AS evidence
ORDER BY date, e.id, rank, kind DESC, name, who.id
