import { fireEvent, screen } from '@testing-library/react'
import { privacyNotice } from '@/features/privacy/notice'
import { keepSession } from '@/features/session/store'
import BindPage from '@/pages/bind/index'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'
import { Refused } from '../support/wire/wire'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const idNumber = '000000199404160168'

const type = async (label: string, text: string) => {
  fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value: text } })
  await pass()
}
const numberTyped = () => (screen.getByRole('textbox', { name: '身份证号' }) as HTMLInputElement).value

const arrive = async (behind: Parameters<typeof openOfficeWith>[0] = {}) => {
  const office = await openOfficeWith(behind)
  office.account = { bound: false }
  phone.pages = 2
  await showPage(BindPage)
  return office
}
const fill = async () => {
  await type('姓名', '示例公民卯')
  await type('身份证号', idNumber)
  await tap('下一步')
}
const check = async (result = '通过') => {
  await tap('同意，开始演示核对')
  await tap(result, 'radio')
  await tap('用这个结果继续')
  await pass()
}

test('name and number, the check, and it is known whose account it is; then back to where one was going', async () => {
  const office = await arrive()
  expect(heading()).toBe('您是谁？')
  expect(screen.getByText('第 1 步，共 2 步')).toBeTruthy()
  await fill()
  expect(heading()).toBe('确认是您本人')
  expect(screen.getByText('第 2 步，共 2 步')).toBeTruthy()
  expect(screen.getByText('只用于确认这个账号是您的')).toBeTruthy()
  await check()
  expect(heading()).toBe('已经确认是您：示*')
  expect(office.wire.requestsOf('session/beginVerification')).toEqual([{ subject: { purpose: 'bind', name: '示例公民卯', idNumber } }])
  expect(office.wire.requestsOf('session/bind')).toEqual([{ verificationId: 'check-1', notice: privacyNotice }])
  expect(phone.storage.get('session')).toMatchObject({ bound: true })
  await tap('接着办')
  expect(phone.opened).toEqual(['back'])
})

test('nothing of it is asked of the server, or kept on the phone, before the consent to the check', async () => {
  const office = await arrive()
  await fill()
  expect(office.wire.requestsOf('session/beginVerification')).toEqual([])
  expect(JSON.stringify([...phone.storage.values()])).not.toContain(idNumber)
})

test.each([
  ['pasted with gaps', ' 000000 19940416 0168 ', idNumber, '18 位，对上了'],
  ['with a small x', '11010519491231002x', '11010519491231002X', '18 位，对上了'],
  ['in wide digits', '１１０１０５', '110105', '已填 6 位，一共 18 位'],
  ['a digit mixed up', '000000199404160169', '000000199404160169', '最后一位对不上，请从头对一遍'],
  ['a day that never was', '000000199413160168', '000000199413160168', '里面的出生日期不对，请对一下第 7 到 14 位'],
  ['a letter', '1101A5', '1101A5', '只能是数字，最后一位可以是 X'],
  ['one too many', `${idNumber}0`, `${idNumber}0`, '身份证号要 18 位，现在是 19 位'],
])('a number %s is cleaned, and helped with while it is typed', async (_, typed, cleaned, said) => {
  await arrive()
  await type('身份证号', typed)
  expect(numberTyped()).toBe(cleaned)
  expect(screen.getByText(said)).toBeTruthy()
})

test('one cannot go on before both are there, and is told what is missing', async () => {
  await arrive()
  expect(screen.getByText('请先填姓名')).toBeTruthy()
  await tap('下一步')
  expect(heading()).toBe('您是谁？')
  await type('姓名', '示例')
  expect(screen.getByText('请填对 18 位身份证号')).toBeTruthy()
})

test('on every screen there is a way without a face', async () => {
  await arrive()
  await tap('不确认身份，也能打电话挂失，电话 028-12333')
  await tap(/^去网点办/)
  expect(phone.called).toEqual(['028-12333'])
  expect(phone.opened).toEqual(['/pages/outlets/index?city=chengdu&cardId=&need='])
})

test('in elder mode one screen asks one thing', async () => {
  await arrive({ mode: 'elder' })
  expect(heading()).toBe('您叫什么名字？')
  await type('姓名', '示例公民卯')
  await tap('下一步')
  expect(heading()).toBe('您的身份证号是多少？')
  expect(screen.queryByRole('textbox', { name: '姓名' })).toBeNull()
  await type('身份证号', idNumber)
  await tap('下一步')
  expect(heading()).toBe('确认是您本人')
  await tap('返回')
  expect(numberTyped()).toBe(idNumber)
  await tap('返回')
  expect(heading()).toBe('您叫什么名字？')
})

test('in English every word is English', async () => {
  const { container } = await openOfficeWith({ language: 'en' }).then(async (office) => {
    office.account = { bound: false }
    return showPage(BindPage)
  })
  expect(heading()).toBe('Who are you?')
  expect(container.textContent).not.toMatch(/[\u4e00-\u9fff]/)
})

test('where another account of theirs was let go of, that is said', async () => {
  const office = await arrive()
  office.moves = true
  await fill()
  await check()
  expect(screen.getByText('您以前用的微信号已经不能再办')).toBeTruthy()
})

test('an account that ended elsewhere is told since when and why, and what to do if that was not them', async () => {
  const office = await openOfficeWith()
  office.account = { bound: false, ended: { at: '2026-03-09T15:10:00.000+08:00', why: 'moved' } }
  await showPage(BindPage)
  expect(screen.getByText('您的登记已经移到另一个微信号')).toBeTruthy()
  expect(screen.getByText('3月9日 周一 15:10。要再用，请重新确认身份。')).toBeTruthy()
  expect(screen.getByText(/马上打热线/)).toBeTruthy()
})

test('who is known already is not asked again', async () => {
  await openOfficeWith()
  await showPage(BindPage)
  expect(heading()).toBe('已经确认是您：示*')
})

describe('when something comes between', () => {
  test('a lost answer is asked for again by itself, and binds once', async () => {
    const office = await arrive()
    await fill()
    await tap('同意，开始演示核对')
    // the city's rules are asked for once more between the two
    office.wire.next('comes', 'comes', 'lost')
    await tap('用这个结果继续')
    await pass()
    expect(heading()).toBe('不确定有没有登记上')
    await pass(1_000)
    expect(heading()).toBe('已经确认是您：示*')
    expect(office.bindings).toBe(1)
  })

  test('without a network nothing is sent, and it goes by itself once there is one', async () => {
    const office = await arrive()
    await fill()
    await tap('同意，开始演示核对')
    const letGo = office.wire.hold('session/completeVerification')
    await tap('用这个结果继续')
    await setOnline(false)
    letGo()
    await pass()
    expect(heading()).toBe('手机没连上网')
    expect(office.bindings).toBe(0)
    await setOnline(true)
    await pass()
    expect(heading()).toBe('已经确认是您：示*')
    expect(office.bindings).toBe(1)
  })

  test.each(['verificationUsed', 'verificationRefused'] as const)('%s leads to a new check, with what was typed still there', async (code) => {
    const office = await arrive()
    office.wire.on('session/bind', () => {
      throw new Refused(code)
    })
    await fill()
    await check()
    expect(heading()).toBe('没有登记上')
    await tap('再试一次')
    expect(heading()).toBe('确认是您本人')
    await tap('返回')
    expect(numberTyped()).toBe(idNumber)
  })

  test('tapping twice begins one check and binds once', async () => {
    const office = await arrive()
    await fill()
    const agree = screen.getByRole('button', { name: '同意，开始演示核对' })
    fireEvent.click(agree)
    fireEvent.click(agree)
    await pass()
    const go = screen.getByRole('button', { name: '用这个结果继续' })
    fireEvent.click(go)
    fireEvent.click(go)
    await pass()
    expect(office.wire.requestsOf('session/beginVerification')).toHaveLength(1)
    expect(office.wire.requestsOf('session/bind')).toHaveLength(1)
  })

  test('too many checks say when to come back, and what works meanwhile', async () => {
    const office = await arrive()
    office.wire.on('session/beginVerification', () => {
      throw new Refused('tooManyChecks', { retryAfterSeconds: 22 * 3600 + 60 })
    })
    await fill()
    await tap('同意，开始演示核对')
    expect(heading()).toBe('核对的次数太多了')
    expect(screen.getByText('请 23 小时后再试。现在要办，请打电话或去网点。')).toBeTruthy()
    await tap('不确认身份，也能打电话挂失，电话 028-12333')
    expect(phone.called).toEqual(['028-12333'])
  })

  test('a check that fails changes nothing', async () => {
    const office = await arrive()
    await fill()
    await check('没通过')
    expect(heading()).toBe('没有核对上')
    expect(screen.getByText('什么都没有变。可以再试一次，也可以不刷脸。')).toBeTruthy()
    expect(office.bindings).toBe(0)
  })
})

test('whoever is not signed in signs in first', async () => {
  await openOfficeWith()
  keepSession(undefined)
  await showPage(BindPage)
  expect(heading()).toBe('登录了才能查您的卡')
})

test('whoever did not match can go back to what they typed, which may be mistyped', async () => {
  const office = await arrive()
  await fill()
  await check('没通过')
  await tap('改姓名、身份证号')
  expect(heading()).toBe('您是谁？')
  expect(numberTyped()).toBe(idNumber)
  expect(office.wire.requestsOf('session/bind')).toEqual([])
})
