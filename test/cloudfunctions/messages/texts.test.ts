import { noticeTopics, type Notice, type NoticeTopic } from '@/domain/notices'
import { cardFunctions, eventChannels } from '@/domain/words'
import { messageOf } from '../../../cloudfunctions/jobs/messages/texts'

const at = Date.UTC(2026, 11, 1, 1, 30)
const notice = (about: NoticeTopic, over: Partial<Notice> = {}): Notice =>
  ({ about, function: 'socialSecurity', at, channel: 'phone', by: 'cardholder', dueAt: at, disputeHotline: '028-12333', kind: 'temporary', lapsesAt: at + 3_600_000, ...over })
const said = (about: NoticeTopic, over: Partial<Notice> = {}) => messageOf(notice(about, over), '510100000000000101')

test.each(noticeTopics)('%s fits the fields it is put in, in both languages', (about) => {
  for (const of of cardFunctions) for (const channel of eventChannels) {
    const { texts: { zh, en } } = said(about, { function: of, channel })
    const things = [zh.what, zh.who, zh.next, en.what, en.who, en.next]
    expect(things.filter((text) => [...text].length > 20 || text === '')).toEqual([])
    expect(zh.door).toMatch(/^\p{Script=Han}{1,5}$/u)
    expect([zh.when, en.when, zh.card]).toEqual([zh.when, zh.when, '0101'])
  }
})

test('each thing that can happen has a sentence of its own', () => {
  for (const language of ['zh', 'en'] as const) expect(new Set(noticeTopics.map((about) => said(about).texts[language].what)).size).toBe(noticeTopics.length)
  const reports = [said('lossReported'), said('lossReported', { kind: 'formal' }), said('lossReported', { function: 'financial' })]
  expect(reports.map(({ texts }) => texts.zh.what)).toEqual(['社保功能已临时挂失', '社保功能已正式挂失', '金融功能已挂失'])
})

test('times are +08:00; a warning says when the report ends', () => {
  expect([said('lossReported').texts.zh.when, said('lapsesSoon').texts.zh.when]).toEqual(['2026-12-01 09:30', '2026-12-01 10:30'])
})

test('an SMS says it in one breath', () => {
  expect([said('lossReported').sms, said('lapsesSoon').sms]).toEqual([
    '尾号0101的社保卡：社保功能已临时挂失。2026-12-01 09:30，持卡人，电话。不是您办的？请打028-12333。',
    '尾号0101的社保卡：临时挂失即将到期（2026-12-01 10:30）。未找到卡请转正式挂失。',
  ])
})
