import { outletCopyIn } from '@/copy/outlets'
import { outletNeeds, outletSteps } from '@/domain/words'
import { shape } from '../support/words'

const zh = outletCopyIn('zh')
const en = outletCopyIn('en')

/** Every sentence there is, the ones with blanks filled in; lists are joined by sentences of their own. */
const sentences = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(sentences)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : []
}
const { does: zhDoes, ...zhFixed } = zh
const { does: enDoes, ...enFixed } = en
const fill = (value: unknown): unknown => {
  if (typeof value === 'function') return (value as (...blanks: string[]) => string)('1', '2', '3')
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]))
}
const zhSentences = [...sentences(fill(zhFixed)), zhDoes.can('1'), zhDoes.also('1'), zhDoes.list(['1', '2']), zhDoes.unknown, zhDoes.ownBank]
const enSentences = [...sentences(fill(enFixed)), enDoes.can('1'), enDoes.also('1'), enDoes.list(['1', '2']), enDoes.join(['a']), enDoes.unknown, enDoes.ownBank]

describe('the words of the outlets’ screens', () => {
  test('English has the same keys as Chinese', () => {
    expect(shape(en).sort()).toEqual(shape(zh).sort())
  })

  test('none is empty, none shouts, and no English one is left in Chinese', () => {
    expect(zhSentences.length).toBeGreaterThan(100)
    expect([...zhSentences, ...enSentences].filter((sentence) => sentence.trim() === '')).toEqual([])
    expect(zhSentences.filter((sentence) => /[!！]|亲[，,]|系统繁忙|操作失败|非法/.test(sentence))).toEqual([])
    expect(enSentences.filter((sentence) => /[\u3000-\u9fff]/.test(sentence))).toEqual([])
  })

  test.each(outletSteps)('%s says where to go and why', (step) => {
    for (const { steps } of [zh, en]) {
      expect(steps[step].title).not.toBe('')
      expect(fill(steps[step].why)).not.toBe('')
    }
  })

  test.each(outletNeeds)('%s is named on its chip in at most five characters', (need) => {
    expect([...zh.needs[need].chip].length).toBeLessThanOrEqual(5)
    expect(en.needs[need].chip).not.toBe('')
  })

  test('a place is said to be used for the distance only, before it is asked for', () => {
    expect(zh.place.why).toBe('只用来算离您多远，不保存。')
  })
})
