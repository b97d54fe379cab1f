import { en } from '@/web/counter/words/en'
import { zh } from '@/web/counter/words/zh'
import { sentences, shape } from '../support/words'

test('the counter’s page says in English what it says in Chinese', () => {
  expect(shape(en).sort()).toEqual(shape(zh).sort())
})

test('none is empty, none shouts or blames, and no English one is left in Chinese but the name of the other language', () => {
  const { other, ...english } = en
  expect(other).toBe('中文')
  expect([...sentences(zh), ...sentences(en)].filter((sentence) => sentence.trim() === '')).toEqual([])
  expect(sentences(zh).filter((sentence) => /[!！]|亲[，,]|系统繁忙|操作失败|非法/.test(sentence))).toEqual([])
  expect(sentences(english).filter((sentence) => /[\u3000-\u9fff]/.test(sentence))).toEqual([])
})
