import { toldCopyIn } from '@/copy/told'
import { noticeTopics } from '@/domain/notices'
import { disputable } from '@/domain/words'
import { length, sentences, shape } from '../support/words'

const zh = toldCopyIn('zh')
const en = toldCopyIn('en')

test('English has the same keys as Chinese', () => {
  expect(shape(en).sort()).toEqual(shape(zh).sort())
})

test('none is empty, none shouts or blames, and no English one is left in Chinese', () => {
  expect([...sentences(zh), ...sentences(en)].filter((sentence) => sentence.trim() === '')).toEqual([])
  expect(sentences(zh).filter((sentence) => /[!！]|亲[，,]|系统繁忙|操作失败|非法/.test(sentence))).toEqual([])
  expect(sentences(en).filter((sentence) => /[\u3000-\u9fff]/.test(sentence))).toEqual([])
})

test('a title has at most 13 characters', () => {
  const { messages, subscribe, dispute, password } = zh
  const titles = [
    ...Object.values(zh.titles), messages.title, messages.none, subscribe.failed, ...Object.values(dispute.ask), dispute.failed, dispute.done, dispute.already, dispute.open, dispute.closed, dispute.none,
    password.title, password.ask, password.done, password.failed, password.unsure,
  ]
  expect(titles.filter((title) => length(title) > 13)).toEqual([])
})

test('why something cannot be gone on with takes at most 20 characters', () => {
  const { tooSimple, tooSimpleNumbers, differs, missing } = zh.password
  expect([tooSimple, tooSimpleNumbers, differs, missing].filter((reason) => length(reason) > 20)).toEqual([])
})

test.each(noticeTopics)('%s is told', (about) => {
  for (const { messages } of [zh, en]) expect(sentences(messages.about[about]).length).toBeGreaterThan(0)
})

test.each(disputable)('%s is asked about, and says what cannot wait', (about) => {
  for (const { dispute } of [zh, en]) {
    expect(dispute.ask[about]).not.toBe('')
    expect(dispute[about]).toMatch(/[。.]$/)
  }
})
