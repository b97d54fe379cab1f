import { identityCopyIn } from '@/copy/identity'
import { sentences, shape } from '../support/words'

const zh = identityCopyIn('zh')
const en = identityCopyIn('en')

const titles = ({ check, consent, signIn, bind }: typeof zh): string[] => [
  ...Object.values(check.title), check.failed, check.cancelled, check.pending, check.unsupported, check.expired,
  consent.title, signIn.title, signIn.none, bind.title, bind.nameAsk, bind.numberAsk, bind.unsure, bind.failed,
]

describe('the words of signing in, of binding and of the check', () => {
  test('English has the same keys as Chinese', () => {
    expect(shape(en).sort()).toEqual(shape(zh).sort())
  })

  test('none is empty, none shouts, blames or hides, and no English one is left in Chinese', () => {
    expect([...sentences(zh), ...sentences(en)].filter((sentence) => sentence.trim() === '')).toEqual([])
    expect(sentences(zh).filter((sentence) => /[!！]|亲[，,]|系统繁忙|操作失败|非法/.test(sentence))).toEqual([])
    expect(sentences(en).filter((sentence) => /[\u3000-\u9fff]/.test(sentence))).toEqual([])
  })

  test('a title has at most 13 characters', () => {
    expect(titles(zh).filter((title) => [...title].length > 13)).toEqual([])
  })

  test('what is kept, what for, how long and for whom is said in four lines', () => {
    expect(zh.consent.points.map(({ label }) => label)).toEqual(['记什么', '为什么', '存多久', '给谁'])
    expect(zh.consent.points.filter(({ value }) => [...value].length > 24)).toEqual([])
  })

  test.each([[23, 0, '23 小时', '23 hours'], [1, 0, '1 小时', '1 hour'], [0, 5, '5 分钟', '5 minutes'], [0, 1, '1 分钟', '1 minute']])(
    'after too many checks one is told when to come back: %s hours, %s minutes',
    (hours, minutes, inZh, inEn) => {
      expect(zh.check.tooMany(hours, minutes)).toMatch(new RegExp(`^请 ${inZh}后再试。`))
      expect(en.check.tooMany(hours, minutes)).toMatch(new RegExp(`^Try again in ${inEn}\\.`))
    },
  )
})
