import { familyCopyIn } from '@/copy/family'
import { dataClasses } from '@/domain/retention'
import { grantPurposes } from '@/domain/words'
import { length, sentences, shape } from '../support/words'

const zh = familyCopyIn('zh')
const en = familyCopyIn('en')

describe('the words of the family and of one’s own data', () => {
  test('English has the same keys as Chinese', () => {
    expect(shape(en).sort()).toEqual(shape(zh).sort())
  })

  test('none is empty, none shouts or blames, and no English one is left in Chinese', () => {
    expect([...sentences(zh), ...sentences(en)].filter((sentence) => sentence.trim() === '')).toEqual([])
    expect(sentences(zh).filter((sentence) => /[!！]|亲[，,]|系统繁忙|操作失败|非法/.test(sentence))).toEqual([])
    expect(sentences(en).filter((sentence) => /[\u3000-\u9fff]/.test(sentence))).toEqual([])
  })

  test('a title has at most 13 characters', () => {
    const titles = [
      ...Object.values(zh.titles), ...[zh.family, zh.grant, zh.myData, zh.export, zh.privacy].map(({ title }) => title), zh.lost.title,
      zh.family.noChildren, zh.family.noActing, zh.family.noProxies, zh.consent.failed, zh.grant.confirm, zh.grant.failed, zh.grant.done,
      zh.grant.purposeAsk, zh.grant.whoAsk, zh.grant.untilAsk, zh.export.failed, zh.leave.eraseTitle, zh.leave.erased, zh.leave.unbound, zh.leave.failed,
    ]
    expect(titles.filter((title) => length(title) > 13)).toEqual([])
  })

  test('why something cannot be gone on with takes at most 20 characters', () => {
    const reasons = [...Object.values(zh.grant.missing), ...Object.values(zh.grant.wrong)]
    expect(reasons.filter((reason) => length(reason) > 20)).toEqual([])
  })

  test.each(dataClasses)('%s is said: what it is, what is in it, why and how long', (data) => {
    for (const { kept, keptFor } of [zh, en]) {
      expect(Object.keys(kept[data])).toEqual(['what', 'has', 'why'])
      expect(keptFor[data]('7 days')).toContain('7 days')
    }
  })

  test.each(grantPurposes)('%s is named', (purpose) => {
    expect(length(zh.purposes[purpose])).toBeLessThanOrEqual(4)
    expect(en.purposeSecond[purpose]).not.toBe('')
  })

  test('who names a proxy is warned of strangers, with the hotline', () => {
    expect(zh.grant.warnTitle).toBe('别人让您这样做？')
    expect(zh.grant.warn('12333')).toMatch(/^先打 12333 问清楚。/)
  })
})
