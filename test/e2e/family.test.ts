import { openCity, type City } from './city'
import { agreeToCheck, signIn } from './flows'
import type { Phone } from './phone'

jest.setTimeout(120_000)

let city: City
beforeEach(async () => (city = await openCity()))
afterEach(async () => {
  expect(await city.leaks()).toEqual([])
  await city.close()
})

type Citizen = Parameters<City['open']>[1]

describe.each(['weapp', 'alipay'] as const)('one’s family and one’s own data, in the built %s mini-program', (platform) => {
  const open = async (citizen: Citizen): Promise<Phone> => {
    const phone = await city.open(platform, citizen)
    await signIn(phone)
    await phone.waitForText('我的家人')
    return phone
  }

  /** From the family to a card that is another's, and through a report of its loss. */
  const reportForAnother = async (phone: Phone): Promise<void> => {
    await phone.tapText('看这张卡')
    await phone.waitForText('社保功能')
    await phone.tapText('挂失')
    await phone.waitForText('挂失以后会怎样')
    await phone.tapText('继续挂失')
    await agreeToCheck(phone)
    await phone.waitForText('社保功能已挂失')
  }

  it('lets a guardian act once they have agreed, checked themselves and never the child', async () => {
    const phone = await open('guardian')
    await phone.tapText('我的家人')
    await phone.waitForText('请您先同意')
    await phone.tapText('请您先同意')
    await phone.waitForText('不满 14 岁的孩子，要监护人先同意')
    await phone.tapText('同意')
    await phone.waitForText('已经同意，现在可以替孩子办了')
    await reportForAnother(phone)
    expect(await phone.text()).toContain('监护人')
    expect(phone.errors()).toEqual([])
  })

  it('lets one name a proxy, who does the one thing and whose doing is told', async () => {
    const holder = await open('in-use')
    await holder.tapText('我的家人')
    await holder.waitForText('您没有委托别人')
    await holder.tapText('委托别人办')
    await holder.waitForText('请谁替您办？')
    await holder.tapText('挂失')
    await holder.fill('input', '示例公民丙')
    await holder.fill('input', '00000019910909003X', 1)
    await holder.tapText('下一步')
    await holder.waitForText('别人让您这样做？')
    await holder.tapText('下一步，核对身份')
    await agreeToCheck(holder)
    await holder.waitForText('委托好了')
    const proxy = await open('lapsed')
    await proxy.tapText('我的家人')
    await proxy.waitForText('示****：挂失')
    await reportForAnother(proxy)
    expect(await proxy.text()).toContain('代办人')
    await holder.tapText('回到首页')
    await holder.waitForText('挂失记录')
    await holder.host.hide()
    await holder.host.show()
    await holder.waitForText('社保功能已挂失')
    await holder.tapText('挂失记录')
    await holder.waitForText(/示\*{4}.*代办人/)
    expect([...holder.errors(), ...proxy.errors()]).toEqual([])
  })

  it('shows what is kept, gives a copy after a check of its own, and unbinds', async () => {
    const phone = await open('in-use')
    await phone.tapText('显示设置')
    await phone.waitForText('我的信息')
    await phone.tapText('我的信息')
    await phone.waitForText('0000**********001X')
    await phone.tapText('要一份全部信息')
    await phone.tapText('继续，核对身份')
    await agreeToCheck(phone)
    await phone.waitForText('00000019850312001X')
    expect(phone.host.journal.requests.filter(({ what }) => what.endsWith('person/exportData'))).toHaveLength(1)
    await phone.tapText('看完了，收起')
    await phone.waitForText('0000**********001X')
    await phone.tapText('解除这个账号的登记')
    await phone.waitForText('解除这个账号的登记吗？')
    await phone.tapText('解除登记')
    await phone.waitForText('已经解除登记')
    expect(phone.errors()).toEqual([])
  })
})
