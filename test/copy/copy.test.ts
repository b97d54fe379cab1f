import { citizenErrorCodes } from '@/contract'
import { copyIn } from '@/copy'
import { guideCopyIn } from '@/copy/guide'
import { guideFacts } from '../support/builders/guide-facts'
import { sentences } from '../support/words'
import { cardRefusals } from '@/domain/decision'
import { alreadyReasons } from '@/domain/words'
import { clientCodes } from '@/features/failure'

const zh = { ...copyIn('zh').t, guide: guideCopyIn('zh') }
const en = { ...copyIn('en').t, guide: guideCopyIn('en') }

/** Every key with what stands behind it: words, or a sentence with so many blanks. */
const shape = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return [`${path}: list`]
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}/${key}`))
  return [`${path}: ${typeof value}`]
}

const facts = guideFacts({ online: 'WeChat', banks: 'Bank', activatedIn: 'Counter', photoFor: 'Exchange' })
const fixedWords = ({ guide, words, ...rest }: typeof zh): string[] => [
  ...sentences(rest),
  ...sentences(Object.values(words).filter((word) => typeof word !== 'function')),
  ...Object.values(guide).flatMap(({ ask, answer, more }) => [ask, answer(facts), more(facts)]),
]

describe('the words on screen', () => {
  test('English has the same keys as Chinese', () => {
    expect(shape(en).sort()).toEqual(shape(zh).sort())
  })

  test.each([...citizenErrorCodes, ...clientCodes])('%s has a title of at most 13 characters and says what to do next', (code) => {
    expect([...zh.errors[code].title].length).toBeLessThanOrEqual(13)
    expect(zh.errors[code].next).toMatch(/。$/)
    expect(en.errors[code].title).not.toBe('')
    expect(en.errors[code].next).toMatch(/\.$/)
  })

  test.each([...cardRefusals, ...alreadyReasons])('%s has a reason of at most 20 characters', (code) => {
    expect([...zh.reasons[code]].length).toBeLessThanOrEqual(20)
    expect(zh.reasons[code]).not.toBe('')
    expect(en.reasons[code]).not.toBe('')
  })

  test('no sentence shouts, blames or hides behind the system', () => {
    const wrong = fixedWords(zh).filter((sentence) => /[!！]|亲[，,]|系统繁忙|操作失败|非法/.test(sentence))
    expect(wrong).toEqual([])
  })

  test('no sentence is empty, and no English one is left in Chinese', () => {
    expect([...fixedWords(zh), ...fixedWords(en)].filter((sentence) => sentence.trim() === '')).toEqual([])
    const left = fixedWords(en).filter((sentence) => /[\u4e00-\u9fff]/.test(sentence))
    expect(left).toEqual([en.settings.language, en.settings.languages.zh])
  })

  test('an unanswered request is never called failed', () => {
    expect(zh.common.unsure).toEqual({ title: '不确定有没有办成', next: '我们在查，先别走开。' })
  })
})
