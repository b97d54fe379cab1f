import { openCity, type City } from './city'
import { reportLoss, signIn } from './flows'
import type { Phone } from './phone'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => (city = await openCity()))
afterAll(async () => city?.close())

type Citizen = Parameters<City['open']>[1]
type Options = Parameters<City['open']>[2]

/** The calls of the platform in which a text goes out. */
const callsWith = (phone: Phone, text: string): string[] =>
  phone.host.journal.calls.filter(({ options }) => JSON.stringify(options).includes(text)).map(({ api }) => api)

const theMap = (phone: Phone): Element => {
  const map = phone.host.screen.root.querySelector('map')
  if (!map) throw new Error('there is no map on the page')
  return map
}

interface Marker {
  readonly id: number
  readonly label: { readonly content: string }
}

/** The markers in a page's data, wherever in its tree the map is. */
const markersIn = (data: unknown): readonly Marker[] => {
  if (typeof data !== 'object' || data === null) return []
  if (Array.isArray(data) && data.some((one) => typeof one === 'object' && one !== null && 'iconPath' in one)) return data as Marker[]
  return Object.values(data).flatMap(markersIn)
}
const markersOn = (phone: Phone): readonly Marker[] => markersIn(phone.host.pages.top.data)

const weigh = async (phone: Phone, act: () => Promise<void>) => {
  const before = phone.host.journal.setData.length
  await act()
  return phone.host.journal.weightSince(before)
}

describe.each(['weapp', 'alipay'] as const)('looking for an outlet in the built %s mini-program', (platform) => {
  const open = async (citizen: Citizen, options?: Options): Promise<Phone> => {
    const phone = await city.open(platform, citizen, options)
    await signIn(phone)
    await phone.waitForText('补卡换卡')
    return phone
  }
  const toOutlets = async (phone: Phone): Promise<void> => {
    await phone.tapText('查网点')
    await phone.waitForText('个网点')
  }

  it('opens from home in few and small updates, and says what can be done at the first one', async () => {
    const phone = await open('in-use')
    const first = await weigh(phone, () => toOutlets(phone))
    expect(first.calls).toBeLessThanOrEqual(3)
    expect(first.bytes).toBeLessThanOrEqual(20 * 1024)
    for (const words of ['怎么走', '复制地址', '全部信息', '演示网点，不是真实地址']) expect(await phone.text()).toContain(words)
    const openOnly = await weigh(phone, async () => phone.tapText('现在开门'))
    expect(openOnly.calls).toBeLessThanOrEqual(2)
    expect(openOnly.bytes).toBeLessThanOrEqual(10 * 1024)
    expect(phone.errors()).toEqual([])
  })

  it('asks where one is only when that is wanted, and then says what is nearest', async () => {
    const phone = await open('in-use')
    await toOutlets(phone)
    const asked = () => phone.host.journal.calls.filter(({ api }) => /^get(Fuzzy)?Location$/.test(api)).map(({ api }) => api)
    expect(asked()).toEqual([])
    await phone.tapText('离我近的')
    await phone.waitForText('只用来算离您多远，不保存')
    expect(asked()).toEqual([])
    await phone.tapText('用我的位置')
    await phone.waitForText(/公里|米/)
    expect(asked()).toEqual([platform === 'weapp' ? 'getFuzzyLocation' : 'getLocation'])
    const far = [...(await phone.text()).matchAll(/([\d.]+) (公里|米)/g)].map(([, amount, unit]) => Number(amount) * (unit === '米' ? 1 : 1000))
    expect(far.length).toBeGreaterThan(3)
    expect(phone.errors()).toEqual([])
  })

  it('takes no for an answer: a district does as well, and is remembered', async () => {
    const storage = new Map<string, unknown>()
    const phone = await open('in-use', { device: { location: undefined }, storage })
    await toOutlets(phone)
    await phone.tapText('离我近的')
    await phone.tapText('用我的位置')
    await phone.waitForText('没有用到您的位置')
    await phone.tapText('武侯区')
    await phone.waitForText('武侯区示例路')
    expect(await phone.text()).not.toContain('锦江区示例路')
    expect(phone.errors()).toEqual([])
    const again = await city.open(platform, 'in-use', { storage })
    await toOutlets(again)
    expect(await again.text()).toContain('武侯区示例路')
    expect(again.errors()).toEqual([])
  })

  it('says that one is elsewhere, and offers this city’s districts', async () => {
    const phone = await open('in-use', { device: { location: { latitude: 39.9, longitude: 116.4 } } })
    await toOutlets(phone)
    await phone.tapText('离我近的')
    await phone.tapText('用我的位置')
    await phone.waitForText('您现在不在成都')
    expect(callsWith(phone, '116.4')).toEqual([])
  })

  it('finds by name, street and pinyin initials', async () => {
    const phone = await open('in-use')
    await toOutlets(phone)
    await phone.fill('input', 'whsbjb')
    await phone.waitForText('示例武侯社保经办网点')
    await phone.waitForText('找到 1 个网点')
    await phone.fill('input', '没有这样的名字')
    await phone.waitForText('没有找到这样的网点')
    await phone.tapText('不按名字找')
    await phone.waitForText(/先看 \d+ 个网点/)
    expect(phone.errors()).toEqual([])
  })

  it('shows the same outlets on the map, where a tap on one chooses it', async () => {
    const phone = await open('in-use')
    await toOutlets(phone)
    await phone.tapText('地图')
    await phone.host.fire(theMap(phone), 'markertap', { markerId: 2 })
    await phone.tapText('列表')
    const second = await phone.element('.out-on')
    expect(await second.text()).toMatch(/^2　/)
    expect(phone.errors()).toEqual([])
  })

  it('draws what lies together as one marker with its count, which comes apart when tapped', async () => {
    const phone = await open('in-use')
    await toOutlets(phone)
    await phone.tapText('再看更多')
    await phone.waitForText('先看 16 个网点')
    await phone.tapText('地图')
    const whole = markersOn(phone)
    const cluster = whole.find(({ label }) => /^\d+ 个$/.test(label.content))
    expect(whole.reduce((count, { label }) => count + (/^(\d+) 个$/.exec(label.content) ? parseInt(label.content, 10) : 1), 0)).toBe(16)
    const scale = () => Number(theMap(phone).getAttribute('scale'))
    const before = scale()
    await phone.host.fire(theMap(phone), 'markertap', { markerId: cluster?.id })
    expect(scale()).toBeGreaterThan(before)
    expect(markersOn(phone).length).not.toBe(0)
    expect(phone.errors()).toEqual([])
  })

  it('leads there, calls and takes the address along', async () => {
    const phone = await open('in-use')
    await toOutlets(phone)
    await phone.tapText('怎么走')
    expect(phone.host.journal.calls.filter(({ api }) => api === 'openLocation')).toHaveLength(1)
    await phone.tapText('复制地址')
    await phone.waitForText('已经复制')
    await phone.tapText('全部信息')
    await phone.waitForText('一周的时间')
    for (const words of ['今天', '能办什么', '演示数据']) expect(await phone.text()).toContain(words)
    expect(phone.errors()).toEqual([])
  })

  it('has the issuing bank chosen after a report, and both steps of a card that moved here', async () => {
    // a report lasts: someone else at each door, both of Bank of Chengdu
    const phone = await open(platform === 'weapp' ? 'two-cards' : 'lapsed')
    await reportLoss(phone)
    await phone.tapText('看这张卡')
    await phone.waitForText('找不到了，要补卡')
    await phone.tapText('看哪里能补卡')
    await phone.waitForText('发卡银行，立等可取')
    const first = await phone.element('.out-on')
    expect(await first.text()).toContain('成都银行网点')
    const moved = await open('moved-in')
    await toOutlets(moved)
    await moved.tapText('要办什么')
    await moved.tapText('立等可取补卡')
    await moved.waitForText('第一步：到经办机构')
    const text = await moved.text()
    expect(text.indexOf('第一步：到经办机构')).toBeGreaterThan(0)
    expect(text.indexOf('第二步：到合作银行办新卡')).toBeGreaterThan(text.indexOf('第一步：到经办机构'))
    expect(moved.errors()).toEqual([])
  })

  it('says where a counter’s report is released, and that any outlet cancels a temporary one', async () => {
    const counter = await open('lost-at-counter')
    await counter.tapText('卡找到了，去解挂')
    await counter.tapText('看哪些网点能解')
    await counter.waitForText('到网点解挂')
    const hurry = await open('temporarily-lost')
    await hurry.tapText('卡找到了，去解挂')
    await hurry.tapText('找最近开门的网点')
    await hurry.waitForText('任何网点都能当场解挂')
    expect([...counter.errors(), ...hurry.errors()]).toEqual([])
  })

  it('keeps the last list for when there is no network, with its time', async () => {
    const storage = new Map<string, unknown>()
    const phone = await open('in-use', { storage })
    await toOutlets(phone)
    await phone.host.setOnline(false)
    await phone.back()
    // somewhere else in between, since the same page asked for twice at once opens once
    await phone.tapText('办事指南')
    await phone.back()
    await phone.tapText('查网点')
    await phone.waitForText('没有网络')
    expect(await phone.text()).toMatch(/\d\d:\d\d 查到的，没有网络/)
    expect(await phone.text()).toContain('028-12333')
    expect(JSON.stringify([...storage])).not.toMatch(/104\.06,|"near"/)
  })
})

it('lets WeChat’s own notice be agreed to before anything personal is touched', async () => {
  let agreed = false
  const phone = await city.open('weapp', 'in-use', {
    apis: () => ({ getPrivacySetting: ({ success }: { success: (setting: object) => void }) => success({ needAuthorization: !agreed, privacyContractName: '《隐私保护指引》' }) }),
  })
  await phone.tapText('查网点')
  await phone.waitForText('个网点')
  await phone.tapText('离我近的')
  await phone.tapText('用我的位置')
  await phone.waitForText('先看一眼隐私说明')
  expect(phone.host.journal.calls.filter(({ api }) => api === 'getFuzzyLocation')).toEqual([])
  agreed = true
  const button = phone.host.screen.root.querySelector('button')
  if (!button) throw new Error('no button to agree with')
  await phone.host.fire(button, 'agreeprivacyauthorization')
  await phone.waitForText(/公里|米/)
  expect(phone.errors()).toEqual([])
})
