import { act, fireEvent, screen } from '@testing-library/react'
import BanksPage from '@/pages/banks/index'
import HelpPage from '@/pages/help/index'
import SettingsPage from '@/pages/settings/index'
import { cardOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('the banks', () => {
  test('one’s own comes first, and a number nobody confirmed says so', async () => {
    await openOfficeWith({ card: cardOnWire() })
    await showPage(BanksPage, { city: 'chengdu' })
    const calls = screen.getAllByRole('button', { name: /电话 / }).map((call) => call.getAttribute('aria-label'))
    expect(calls).toEqual(['成都银行，电话 95507', '中国农业银行（号码还没核实），电话 95599'])
    await tap('中国农业银行（号码还没核实），电话 95599')
    expect(phone.called).toEqual(['95599'])
  })
})

test('where no bank is known, the hotline is', async () => {
  const office = await openOfficeWith()
  office.wire.on('outlets/banks', () => ({ banks: [] }))
  await showPage(BanksPage, { city: 'chengdu' })
  expect(heading()).toBe('没有查到银行电话')
  await tap('人社热线，电话 028-12333')
  expect(phone.called).toEqual(['028-12333'])
})

describe('the guide', () => {
  test('answers people’s own questions with where that is written', async () => {
    await openOfficeWith({ card: cardOnWire() })
    await showPage(HelpPage)
    await tap('银行功能是不是一起挂失了')
    expect(screen.getByText('没有。卡里的银行账户，要另外打给发卡银行挂失。')).toBeTruthy()
    expect(screen.getByText(/^依据：/)).toBeTruthy()
    await tap('看银行电话')
    expect(phone.opened).toEqual(['/pages/banks/index?city=chengdu'])
  })

  test.each([
    ['网点在哪、今天开门吗', ''],
    ['新卡为什么不能用', 'activate'],
    ['解挂失败怎么办', 'release'],
  ])('%s: the answer leads to the outlets', async (question, need) => {
    await openOfficeWith({ card: cardOnWire() })
    await showPage(HelpPage)
    await tap(question)
    await tap('查网点')
    expect(phone.opened).toEqual([`/pages/outlets/index?city=chengdu&cardId=card-1&need=${need}`])
  })

  test('whatever is about a new card leads to what happened', async () => {
    await openOfficeWith({ card: cardOnWire() })
    await showPage(HelpPage)
    for (const question of ['补卡要多久、带什么', '外地的卡转到本地怎么办']) {
      await tap(question)
      await tap('补卡换卡')
      // later than a second tap of the same
      await pass(1_000)
    }
    expect(phone.opened).toEqual(Array(2).fill('/pages/what-happened/index?cardId=card-1'))
  })

  test('is answered by the rules of the city that is chosen', async () => {
    await openOfficeWith({ card: cardOnWire() })
    await showPage(HelpPage)
    await tap('新卡为什么不能用')
    expect(screen.queryByText(/或者用银行的 App/)).toBeNull()
    await tap('看别的城市')
    fireEvent.click(screen.getByRole('radio', { name: '上海' }))
    expect(await screen.findByText(/或者用银行的 App/)).toBeTruthy()
    expect(screen.queryByRole('radio', { name: '上海' })).toBeNull()
  })

  test.each([
    ['去不了网点，能补卡吗', /新卡可以寄到家/],
    ['卡坏了、过期了、改了名字怎么办', /医保卡换社保卡，还要一寸彩色照片/],
    ['新卡好了，怎么领', /90 天没领/],
    ['补卡要钱吗', /没有公开写明，办之前打 028-12333 问一句/],
    ['社区、街道、社保局、银行，各办什么', /制卡、挂失、补卡归社保经办机构/],
    ['社保卡能做什么', /看病买药当场结算/],
  ])('%s', async (question, words) => {
    await openOfficeWith({ card: cardOnWire() })
    await showPage(HelpPage)
    await tap(question)
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText(/^依据：/)).toBeTruthy()
  })

  test('names the legal basis of loss reporting, and what is not', async () => {
    await openOfficeWith()
    await showPage(HelpPage)
    expect(screen.getByText(/人社部发〔2011〕47号.*第十六条/)).toBeTruthy()
    expect(screen.getByText(/《社会保险法》第四条。它不是挂失的依据/)).toBeTruthy()
  })

  test('is searched by any word, and says when nothing fits', async () => {
    await openOfficeWith()
    await showPage(HelpPage)
    fireEvent.input(screen.getByRole('textbox', { name: '找一找' }), { target: { value: '密码' } })
    expect(screen.getByRole('button', { name: '电话挂失的密码忘了' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '能不能代办' })).toBeNull()
    fireEvent.input(screen.getByRole('textbox', { name: '找一找' }), { target: { value: '火星' } })
    expect(screen.getByText('没有找到这个问题')).toBeTruthy()
  })

  test('marks what nobody has verified', async () => {
    await openOfficeWith()
    await showPage(HelpPage)
    await tap('电话挂失的密码忘了')
    expect(screen.getByText(/还没核实/)).toBeTruthy()
  })

  test('whoever forgot the phone line’s password sets another one; one who acts for somebody else does not', async () => {
    const office = await openOfficeWith()
    const { unmount } = await showPage(HelpPage)
    await tap('电话挂失的密码忘了')
    await tap('电话服务密码')
    expect(phone.opened).toEqual([`/pages/service-password/index?cardId=${office.card.cardId}`])
    unmount()
    await openOfficeWith({ card: cardOnWire({ holder: { relation: 'proxy', maskedName: '示*' } }) })
    await showPage(HelpPage)
    await tap('电话挂失的密码忘了')
    expect(screen.queryByRole('button', { name: '电话服务密码' })).toBeNull()
  })
})

describe('the display settings', () => {
  test('elder mode and English take effect at once and are kept', async () => {
    await openOfficeWith()
    const { container } = await showPage(SettingsPage)
    await tap(/长辈版/, 'radio')
    expect(container.querySelector('.t-elder')).not.toBeNull()
    await tap('English', 'radio')
    expect(heading()).toBe('Easy on the eyes')
    expect(phone.storage.get('settings')).toEqual({ mode: 'elder', language: 'en' })
  })

  test('the dark theme follows the phone', async () => {
    await openOfficeWith()
    const { container } = await showPage(SettingsPage)
    act(() => phone.themeChanged.tell({ theme: 'dark' }))
    expect(container.querySelector('.t-dark')).not.toBeNull()
    act(() => phone.themeChanged.tell({ theme: 'light' }))
    expect(container.querySelector('.t-dark')).toBeNull()
  })
})
