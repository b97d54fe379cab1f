import { screen } from '@testing-library/react'
import { cardOnWire } from '../support/builders/card-on-wire'
import { outletOnWire } from '../support/builders/outlet-on-wire'
import { answerOnWire, optionOnWire } from '../support/builders/reissue-on-wire'
import { phone } from '../support/taro/phone'
import { arrive, check, only, says, show, toReview, type } from '../support/wire/applying'
import { pass } from '../support/wire/hooks'
import { OutletDesk } from '../support/wire/outlets'
import { heading, tap } from '../support/wire/pages'

// a tap of one test is not the second tap of another
let now = Date.parse('2026-03-10T10:30:00+08:00')
beforeEach(() => jest.useFakeTimers({ now: (now += 1_000) }))
afterEach(() => jest.useRealTimers())

const near = async (answer: typeof phone.askPlace) => {
  const desk = await arrive()
  phone.askPlace = answer
  const list = new OutletDesk(desk.office)
  list.found = [outletOnWire(1), outletOnWire(2)]
  desk.answer = only('serviceOutlet')
  await show()
  await tap('在这里申请')
  expect(list.lastSearch).toMatchObject({ city: 'chengdu', capability: ['reissue', 'collect'] })
  expect(list.lastSearch.near).toBeUndefined()
  list.found = [outletOnWire(2, { distance: 420, location: { latitude: 30.653, longitude: 104.063 } }), outletOnWire(1, { distance: 2_300 })]
  await tap('离我近的排前面')
  expect(phone.placeAsked).toBe(0)
  await tap('用我的位置')
  await pass(400)
  return list
}
const inChengdu = { latitude: 30.65, longitude: 104.06 }
const rows = () => screen.getAllByRole('radio').map(({ textContent }) => textContent)

test('the nearest outlets come first, with how far they are, once the citizen says where they are', async () => {
  const list = await near(() => Promise.resolve(inChengdu))
  expect(list.lastSearch).toMatchObject({ near: inChengdu, system: 'gcj02' })
  expect(rows()).toEqual(['示例网点2东北 420 米 · 示例路2号', expect.stringMatching(/^示例网点1.*2\.3 公里/), expect.stringMatching(/^以后再定/)])
  await tap('近的排在前面了，不按远近')
  expect(rows()[0]).toBe('示例网点1示例路1号')
  expect(JSON.stringify([...phone.storage])).not.toMatch(/104\.06/)
})

test('without a place a district is chosen; what was chosen stays among the rows', async () => {
  const list = await near(() => Promise.reject({ error: 2001 }))
  says(/^没有用到您的位置。/)
  await tap(/^锦江区/, 'radio')
  expect(list.lastSearch).toMatchObject({ district: '510104' })
  await tap(/^示例网点2/, 'radio')
  list.found = []
  await tap('锦江区 · 换一个区')
  await tap(/^武侯区/, 'radio')
  says('武侯区没有查到能领卡的网点')
  expect(rows()[0]).toBe('示例网点2您选的')
  await tap('看全市的')
  expect(rows()).toHaveLength(3)
  expect(phone.storage.has('outlets.district')).toBe(false)
})

test('where no outlet of the city hands out cards one can go on all the same', async () => {
  const desk = await arrive()
  new OutletDesk(desk.office)
  desk.answer = only('serviceOutlet')
  await show()
  await tap('在这里申请')
  says('全市没有查到能领卡的网点')
  expect(rows()).toHaveLength(1)
})

test('an outlet that is no longer listed is said as such, and chosen again', async () => {
  const desk = await toReview()
  desk.refuses = ['invalidRequest', { field: 'outlet' }]
  await check()
  expect(heading()).toBe('这个网点不在名单里了')
  await tap('改一改')
  expect(heading()).toBe('到哪个网点领？')
})

const fillAddress = async () => {
  type('收件人', '示例公民\t甲')
  type('手机号', '+86 138-0000-0000')
  await tap(/^省、市、区/)
  await tap('武侯区', 'radio')
  type('街道、门牌号', ' 示例路 1 号\t\u200b2 栋 301')
  await pass()
}

const toAddress = async (behind: Parameters<typeof arrive>[0] = {}) => {
  const desk = await arrive(behind)
  desk.answer = answerOnWire({ kind: 'exchange', report: 'notNeeded', stopsOldCard: false, options: [optionOnWire('mail')] })
  await show('damaged')
  await tap('在这里申请')
  return desk
}

test('by mail: an address that is pasted is made good, and sent as one', async () => {
  const desk = await toAddress()
  says('还没填收件人')
  await fillAddress()
  says('四川省 成都市 武侯区')
  await tap('下一步')
  says('旧卡先用着')
  await check()
  expect(desk.applications).toMatchObject([{ way: 'mail', address: { recipient: '示例公民 甲', phone: '13800000000', division: '510107', street: '示例路 1 号 2 栋 301' } }])
})

test('an address that is not right says what is right', async () => {
  await toAddress()
  type('手机号', '138')
  says('已填 3 位，一共 11 位')
  type('手机号', '12800000000')
  says('要 11 位手机号，1 开头')
  type('收件人', '名'.repeat(65))
  says('最多 64 个字，现在是 65 个')
  type('街道、门牌号', '示'.repeat(121))
  says('最多 120 个字，现在是 121 个')
})

const asked = () => screen.getByRole('dialog').getAttribute('aria-label')

test('a division is looked for in the card’s own city first, and from there up and down again', async () => {
  await toAddress()
  await tap(/^省、市、区/)
  expect(asked()).toBe('哪个区、县？')
  await tap('不在这里，选别处')
  await tap('不在这里，选别处')
  expect(asked()).toBe('哪个省、自治区、直辖市？')
  await tap('广东省', 'radio')
  expect(asked()).toBe('哪个市、州？')
  await tap('东莞市', 'radio')
  says('广东省 东莞市')
})

test('a municipality has districts right away', async () => {
  await toAddress({ card: cardOnWire({ city: 'beijing' }) })
  await tap(/^省、市、区/)
  expect(asked()).toBe('哪个区、县？')
  await tap('东城区', 'radio')
  says('北京市 东城区')
})

test('what was chosen is where one begins the next time', async () => {
  await toAddress()
  await fillAddress()
  await tap(/^省、市、区/)
  expect(screen.getByRole('radio', { name: '武侯区' }).getAttribute('aria-checked')).toBe('true')
  await tap('不在这里，选别处')
  expect(screen.getByRole('radio', { name: '成都市' }).getAttribute('aria-checked')).toBe('true')
})

test('in elder mode an autonomous prefecture and its county are chosen like any other', async () => {
  const desk = await arrive({ mode: 'elder' })
  desk.answer = only('mail')
  await show()
  await tap(/^寄到家里/)
  await tap('在这里申请')
  await tap(/^省、市、区/)
  await tap('不在这里，选别处')
  await tap('凉山彝族自治州', 'radio')
  await tap('木里藏族自治县', 'radio')
  says('四川省 凉山彝族自治州 木里藏族自治县')
})

test('a street that says another place than what was chosen holds the address back', async () => {
  await toAddress()
  await fillAddress()
  type('街道、门牌号', '上海市黄浦区示例路 1 号')
  says('这里写的是上海市，和上面选的不一样')
  await tap('下一步')
  expect(heading()).toBe('寄到哪里？')
  type('街道、门牌号', '四川省成都市武侯区示例路 1 号')
  await tap('下一步')
  expect(heading()).toBe('看一遍，再提交')
})

test('a district the server does not know is said as such, and chosen again', async () => {
  const desk = await toAddress()
  await fillAddress()
  await tap('下一步')
  desk.refuses = ['invalidRequest', { field: 'address.division' }]
  await check()
  expect(heading()).toBe('省、市、区不对')
  await tap('改一改')
  expect(heading()).toBe('寄到哪里？')
  expect(screen.getByLabelText('收件人')).toHaveProperty('value', '示例公民 甲')
})

test('nothing of the address is kept on the phone', async () => {
  await toAddress()
  await fillAddress()
  await tap('下一步')
  await check()
  expect(JSON.stringify([...phone.storage.values()])).not.toMatch(/13800000000|示例路/)
})
