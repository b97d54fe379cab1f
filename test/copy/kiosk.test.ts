import { kioskCopyIn, terminalCopyIn } from '@/copy/kiosk'
import { length, sentences, shape } from '../support/words'

const zh = kioskCopyIn('zh')
const en = kioskCopyIn('en')

test('English has the same keys as Chinese', () => {
  expect(shape(en).sort()).toEqual(shape(zh).sort())
})

test('none is empty, none shouts or blames, and no English one is left in Chinese but the name of the other language', () => {
  expect([...sentences(zh), ...sentences(en)].filter((sentence) => sentence.trim() === '')).toEqual([])
  expect(sentences(zh).filter((sentence) => /[!！]|亲[，,]|系统繁忙|操作失败|非法/.test(sentence))).toEqual([])
  expect(sentences(en).filter((sentence) => /[\u3000-\u9fff]/.test(sentence))).toEqual(['中文'])
})

test('a title has at most 13 characters', () => {
  const { privacy, entering, failed, card, check, leaving, connecting, enrol, errors, waiting, tiles, password } = zh
  const titles = [
    privacy.title, entering.title, failed.stopped, card.which, card.title, check.report, check.confirm, check.put, check.wrong, check.pending, leaving.idle, leaving.removed,
    password.first, password.second, connecting.failed, enrol.title, enrol.ask, enrol.refused, enrol.unsure, enrol.done, ...Object.values(errors).map(({ title }) => title),
    ...Object.values(waiting), ...Object.values(tiles).map(({ title }) => title),
  ]
  expect(titles.filter((title) => length(title) > 13)).toEqual([])
})

test('a terminal speaks of itself, not of a phone', () => {
  for (const code of ['offline', 'noAnswer', 'notSignedIn', 'proofRefused', 'verificationRefused', 'unknownAnswer'] as const) {
    const { title, next } = terminalCopyIn('zh').t.errors[code]
    expect(`${title}${next}`).not.toMatch(/手机|关掉|刷脸/)
  }
})
