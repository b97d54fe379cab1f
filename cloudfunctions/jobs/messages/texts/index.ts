import type { Notice } from '@/domain/notices'
import { toIso, type Instant } from '@/domain/time'
import type { MessageTexts } from '../../../platforms/messengers'
import { en } from './en'
import type { SaidIn, Topic } from './said'
import { zh } from './zh'

/** +08:00, as WeChat takes a time: 2026-12-01 09:30. */
const timeOf = (instant: Instant): string => toIso(instant).slice(0, 16).replace('T', ' ')

const topicOf = ({ about, function: of, kind }: Notice): Topic => {
  if (about === 'reportReleased' && of === 'financial') return 'reportReleasedBank'
  if (about !== 'lossReported') return about
  if (of === 'financial') return 'lossReportedBank'
  return kind === 'temporary' ? 'lossReportedTemporary' : 'lossReportedFormal'
}

const valuesIn = (said: SaidIn, notice: Notice, tail: string) => ({
  what: said.what[topicOf(notice)],
  when: timeOf(notice.about === 'lapsesSoon' ? notice.lapsesAt ?? notice.at : notice.at),
  who: said.who[notice.by],
  door: said.door[notice.channel],
  next: notice.about === 'lapsesSoon' ? said.makeFormal : said.notYou(notice.disputeHotline),
  hotline: notice.disputeHotline,
  card: tail,
})

const smsOf = ({ what, when, who, door, next, card }: MessageTexts['zh'], { about }: Notice): string =>
  about === 'lapsesSoon' ? `尾号${card}的社保卡：${what}（${when}）。${next}。` : `尾号${card}的社保卡：${what}。${when}，${who}，${door}。${next}。`

/** What a notice is sent as: `card` is the number's last four digits, and an SMS is in Chinese. */
export const messageOf = (notice: Notice, cardNumber: string): { readonly texts: MessageTexts; readonly sms: string } => {
  const tail = cardNumber.slice(-4)
  const texts = { zh: valuesIn(zh, notice, tail), en: valuesIn(en, notice, tail) }
  return { texts, sms: smsOf(texts.zh, notice) }
}
