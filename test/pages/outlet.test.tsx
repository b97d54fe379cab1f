import { screen } from '@testing-library/react'
import OutletPage from '@/pages/outlet/index'
import { demoList, today, wholeOutlet, without } from '../support/builders/outlet-on-wire'
import { phone } from '../support/taro/phone'
import { heading, openOfficeWith, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers({ now: Date.parse(today('10:24')) }))
afterEach(() => jest.useRealTimers())

const show = async (outlet = wholeOutlet(), language: 'zh' | 'en' = 'zh') => {
  const office = await openOfficeWith({ language })
  office.wire.on('outlets/get', () => ({ outlet, list: demoList }))
  await showPage(OutletPage, { outletId: 'chengdu.demo-1' })
  return office
}

describe('all of one outlet', () => {
  test('its week with today marked, what it does, where, and who says so', async () => {
    const office = await show()
    expect(office.wire.requestsOf('outlets/get')).toEqual([{ outletId: 'chengdu.demo-1', system: 'gcj02' }])
    expect(heading()).toBe('示例网点1')
    const week = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(week).toHaveLength(7)
    expect(week.slice(0, 2)).toEqual(['周一9:00–12:00、14:00–17:00', '今天周二9:00–12:00、14:00–17:00'])
    expect(week[6]).toBe('周日不开门')
    for (const words of ['现在开门，17:00 关门', '节假日不开门，调休上班的日子开', '挂失、解挂、补卡', '示例路1号', '社保经办机构', '武侯区', '下午人少', '演示数据，3月9日核对', '演示网点，不是真实地址；3月9日核对。'])
      expect(screen.getByText(words)).toBeTruthy()
  })

  test('it is called, gone to, and its address taken along', async () => {
    await show()
    await tap('示例网点1，电话 028-00000001')
    await tap('怎么走')
    await tap('复制地址')
    expect(phone).toMatchObject({ called: ['028-00000001'], mapped: [{ name: '示例网点1' }], copied: ['示例路1号'] })
  })

  test('what the list does not say is not guessed', async () => {
    await show(without(wholeOutlet({ capabilities: [], opening: { state: 'callFirst', why: 'hoursUnknown' } }), 'phone', 'hours', 'holidays'))
    for (const words of ['名单里没有写时间，先打电话问。', '节假日开不开，先打电话问', '能办什么，先打电话问']) expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getAllByText('这个网点没有留电话，可以打热线问。')).toHaveLength(2)
    expect(screen.getByRole('button', { name: '人社热线，电话 028-12333' })).toBeTruthy()
  })

  test('one that left the list leads back to it', async () => {
    await openOfficeWith()
    phone.pages = 2
    await showPage(OutletPage, { outletId: 'chengdu.gone' })
    expect(heading()).toBe('没有查到这个网点')
    await tap('回到列表')
    expect(phone.opened).toEqual(['back'])
  })

  test('it speaks English', async () => {
    await show(wholeOutlet({ checkedOn: '2025-12-01' }), 'en')
    expect(screen.getByText('Tue, today')).toBeTruthy()
    expect(screen.getByText('演示数据, checked 1 Dec 2025')).toBeTruthy()
  })
})
