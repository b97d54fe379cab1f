import { orderCopyIn } from '@/copy/order'
import { rejectedFor } from '@/copy/order/rejected'
import { copyIn } from '@/copy'
import { orderStates } from '@/domain/reissue/words'
import { length, sentences, shape } from '../support/words'

const zh = orderCopyIn('zh')
const en = orderCopyIn('en')

test('English has the same keys as Chinese', () => {
  expect(shape(en).sort()).toEqual(shape(zh).sort())
})

test('none shouts or blames, and no English one is left in Chinese', () => {
  expect(sentences(zh).filter((sentence) => /[!！]|亲[，,]|系统繁忙|操作失败|非法/.test(sentence))).toEqual([])
  expect([...sentences(en), ...Object.values(rejectedFor.en)].filter((sentence) => /[\u3000-\u9fff]/.test(sentence))).toEqual([])
})

test('a title has at most 13 characters', () => {
  const { order, receipt, activation } = zh
  const titles = [
    ...Object.values(zh.titles), ...Object.values(order.now).map(({ title }) => title), order.ready.title, order.toMail.title, order.making.late, order.none, order.cancel.ask,
    receipt.show, activation.title, activation.ask, activation.done, activation.already, activation.half, activation.both, activation.failed, activation.unsure,
  ]
  expect(titles.filter((title) => length(title) > 13)).toEqual([])
})

test.each(orderStates)('%s is said in a few words wherever the card is shown', (state) => {
  expect(length(copyIn('zh').t.order[state])).toBeLessThanOrEqual(13)
  expect(copyIn('en').t.order[state]).not.toBe('')
})
