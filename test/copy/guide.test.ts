import { guideCopyIn } from '@/copy/guide'
import { guideFacts } from '../support/builders/guide-facts'

const guide = guideCopyIn('zh')

describe('the guide answers from the city’s own rules', () => {
  test('which channels release each other’s reports', () => {
    expect(guide.canRelease.answer(guideFacts({ online: '微信、支付宝' }))).toContain('在微信、支付宝挂失的')
  })

  test('whether the bank is covered', () => {
    expect(guide.bankToo.answer(guideFacts({ coversBank: false }))).toMatch(/^没有/)
    expect(guide.bankToo.answer(guideFacts({ coversBank: true }))).toMatch(/^是/)
  })

  test('how to see a doctor meanwhile', () => {
    expect(guide.careMeanwhile.more(guideFacts({ medicalCare: 'voucher' }))).toContain('领卡凭证')
    expect(guide.careMeanwhile.more(guideFacts({ medicalCare: 'reimburse' }))).toContain('手工报销')
  })

  test('ages, days, limits and the hotline', () => {
    expect(guide.onBehalf.more(guideFacts({ handlingAge: 16, privacyAge: 14 }))).toMatch(/不满 16 岁.*不满 14 岁/)
    expect(guide.reissueHow.answer(guideFacts({ readyDays: 15 }))).toContain('15 个工作日')
    expect(guide.passwordForgotten.more(guideFacts({ passwords: 6, lockHours: 24 }))).toContain('输错 6 次，电话会锁 24 小时')
    expect(guide.notMe.answer(guideFacts({ hotline: '96102' }))).toContain('96102')
  })

  test('no outlet is promised where there is no list', () => {
    expect(guide.whereToGo.more(guideFacts({ hotline: '96102' }))).toContain('没有名单的，打 96102 问')
  })

  test('what a card from elsewhere needs first, by the city’s rule', () => {
    expect(guide.movedHere.answer(guideFacts({ cancelsFirst: true }))).toContain('先到经办机构注销')
    expect(guide.movedHere.answer(guideFacts({ cancelsFirst: false, hotline: '12333' }))).toBe('各地办法不一样，打 12333 问要先办什么。')
  })
})
