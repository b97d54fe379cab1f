import { reissueCopyIn } from '@/copy/reissue'
import { reissueRefusals } from '@/domain/decision'
import { length, sentences, shape } from '../support/words'

const zh = reissueCopyIn('zh')
const en = reissueCopyIn('en')

test('English has the same keys as Chinese', () => {
  expect(shape(en).sort()).toEqual(shape(zh).sort())
})

test('none shouts or blames, and no English one is left in Chinese', () => {
  expect(sentences(zh).filter((sentence) => /[!！]|亲[，,]|系统繁忙|操作失败|非法/.test(sentence))).toEqual([])
  expect(sentences(en).filter((sentence) => /[\u3000-\u9fff]/.test(sentence))).toEqual([])
})

test('a title has at most 13 characters', () => {
  const { happened, ways, apply, papers, refusals } = zh
  const titles = [
    ...Object.values(zh.titles), happened.title, happened.lost.title, ways.title, ways.cancelFirst.title, apply.bank.ask, apply.outlet.ask, apply.address.ask,
    apply.photo.ask, apply.review.ask, apply.done, apply.already, apply.accepted, apply.failed, apply.unsure, papers.title,
    ...Object.values(refusals).map(({ title }) => title),
  ]
  expect(titles.filter((title) => length(title) > 13)).toEqual([])
})

test('why one cannot go on yet takes at most 20 characters', () => {
  const { bank, outlet, address } = zh.apply
  const reasons = [bank.missing, outlet.missing, address.faults.street, address.faults.phone, ...Object.values(address.missing)]
  expect(reasons.filter((reason) => length(reason) > 20)).toEqual([])
})

test.each(reissueRefusals)('%s says what to do next', (code) => {
  for (const { refusals } of [zh, en]) expect(refusals[code].next).toMatch(/[。.]$/)
})
