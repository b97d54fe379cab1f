import { fireEvent, screen } from '@testing-library/react'
import { checkDigit } from '@/domain/id-number'
import GrantPage from '@/pages/grant/index'
import { cardOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { FamilyDesk } from '../support/wire/family'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T23:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const first17 = '51010719900101123'
const idNumber = `${first17}${checkDigit(first17)}`

const openGrant = async (behind: Parameters<typeof openOfficeWith>[0] = {}) => {
  const desk = new FamilyDesk(await openOfficeWith({ card: cardOnWire(), ...behind }))
  await showPage(GrantPage, { cardId: 'card-1' })
  return desk
}
type Desk = FamilyDesk
const says = (words: string | RegExp) => expect(screen.getByText(words)).toBeTruthy()
const type = async (label: string, value: string) => {
  fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } })
  await pass()
}
const fill = async () => {
  await tap('挂失 卡丢了，马上停用', 'radio')
  await type('对方的姓名', ' 示例公民乙 ')
  await type('对方的身份证号', idNumber)
}
const toCheck = async () => {
  await fill()
  await tap('下一步')
  await tap('下一步，核对身份')
}
const passCheck = async () => {
  await tap('同意，开始演示核对')
  await tap('用这个结果继续')
  await pass()
}
/** The check passes, and the answer to what is sent then is lost. */
const loseTheAnswer = async ({ office: { wire } }: Desk) => {
  await tap('同意，开始演示核对')
  const letGo = wire.hold('session/completeVerification')
  await tap('用这个结果继续')
  wire.next('lost')
  letGo()
  await pass()
}
const sent = ({ office }: Desk) => office.wire.requestsOf('person/grantProxy') as { idempotencyKey: string; lastDay: string }[]

test('what for, who, until when; once more; checked; done, and how the other one goes about it', async () => {
  const desk = await openGrant()
  expect(heading()).toBe('请谁替您办？')
  await fill()
  await tap('7 天 到 2026年3月16日，当天也算', 'radio')
  await tap('下一步')
  expect(heading()).toBe('委托前，看一遍')
  for (const words of ['示例公民乙', idNumber, '到 2026年3月16日，当天也算', '别人让您这样做？', /^先打 028-12333 问清楚/]) says(words)
  await tap('下一步，核对身份')
  await passCheck()
  expect(sent(desk)).toMatchObject([{ cardId: 'card-1', purpose: 'reportLoss', proxy: { name: '示例公民乙', idNumber }, lastDay: '2026-03-16', verificationId: 'check-1' }])
  expect(desk.office.wire.requestsOf('session/beginVerification')).toEqual([{ subject: { purpose: 'grantProxy', cardId: 'card-1' } }])
  expect(heading()).toBe('委托好了')
  says('示*乙能替您挂失，到 2026年3月12日')
  await tap('看我的家人')
  expect(phone.opened).toEqual(['replace /pages/family/index'])
})

test('a warning against strangers stands before the check, with the number to call', async () => {
  await openGrant()
  await fill()
  await tap('下一步')
  await tap('不放心，先打电话问，电话 028-12333')
  expect(phone.called).toEqual(['028-12333'])
  await tap('回去改')
  expect(heading()).toBe('请谁替您办？')
  expect(screen.getByRole('textbox', { name: '对方的姓名' })).toHaveProperty('value', ' 示例公民乙 ')
})

test('days are civil days of +08:00, today among them, at most as many as the city says', async () => {
  await openGrant()
  const days = screen.getAllByRole('radio').map(({ textContent }) => textContent)
  expect(days.slice(3)).toEqual(['3 天到 2026年3月12日，当天也算', '7 天到 2026年3月16日，当天也算', '30 天到 2026年4月8日，当天也算'])
})

test('midnight between the summary and the check moves nothing', async () => {
  const desk = await openGrant()
  await toCheck()
  jest.setSystemTime(Date.parse('2026-03-11T00:10:00+08:00'))
  await passCheck()
  expect(sent(desk)[0]?.lastDay).toBe('2026-03-12')
})

describe('what is missing is said before one can go on', () => {
  test('in its order', async () => {
    await openGrant()
    says('先选办什么')
    await tap('解挂 卡找到了，恢复使用', 'radio')
    says('先填对方的姓名')
    await type('对方的姓名', '示例公民乙')
    says('先填好对方的身份证号')
    await tap('下一步')
    expect(heading()).toBe('请谁替您办？')
  })

  test.each([
    ['5101', '已填 4 位，一共 18 位'],
    [idNumber, '18 位，对上了'],
    [`${first17}${checkDigit(first17) === '1' ? '2' : '1'}`, '最后一位对不上，请从头对一遍'],
    ['510107199013011234', '里面的出生日期不对，请对一下第 7 到 14 位'],
    ['51010719A', '只能是数字，最后一位可以是 X'],
    [`51010720100101123${checkDigit('51010720100101123')}`, '要请满 18 岁的人'],
    [`${idNumber}0`, '身份证号要 18 位，现在是 19 位'],
    [` ${first17.slice(0, 6)} ${first17.slice(6)} `, '已填 17 位，一共 18 位'],
  ])('the number helps while it is typed: %s', async (typed, help) => {
    await openGrant()
    await type('对方的身份证号', typed)
    says(help)
  })
})

describe('what the server says no to', () => {
  test.each([
    ['minorNeedsGuardian', '请监护人来办'],
    ['holderOnly', '请本人来办'],
    ['tooManyDependants', '这位代办人已经满了'],
  ] as const)('%s is a rule, and says what instead', async (code, title) => {
    const desk = await openGrant()
    desk.refuses = [code]
    await toCheck()
    await passCheck()
    expect(heading()).toBe(title)
    expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull()
  })

  test.each([
    ['proxy.idNumber', '不能是您自己，也不能是孩子'],
    ['proxy', '不能是您自己，也不能是孩子'],
    ['proxy.name', '姓名对不上，请照身份证改'],
    ['purpose', '这一件现在不能委托，请换一件'],
    ['lastDay', '这一天不行，请选短一点的'],
  ])('a wrong %s is shown where it is, until it is changed', async (field, words) => {
    const desk = await openGrant()
    desk.refuses = ['invalidRequest', { field }]
    await toCheck()
    await passCheck()
    expect(heading()).toBe('请谁替您办？')
    expect(screen.getByRole('alert').textContent).toBe(words)
    await tap('下一步')
    expect(heading()).toBe('请谁替您办？')
    desk.refuses = undefined
    await type('对方的姓名', '示例公民丙')
    expect(screen.queryByRole('alert')).toBeNull()
    await tap('下一步')
    await tap('下一步，核对身份')
    await passCheck()
    expect(heading()).toBe('委托好了')
  })

  test('a check that was used leads to another one', async () => {
    const desk = await openGrant()
    desk.refuses = ['verificationUsed']
    await toCheck()
    await passCheck()
    expect(heading()).toBe('要再核对一次身份')
    desk.refuses = undefined
    await tap('再核对一次')
    await passCheck()
    expect(heading()).toBe('委托好了')
    expect(new Set(sent(desk).map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2)
  })

  test('anything else is said, and that nothing has changed', async () => {
    const desk = await openGrant()
    desk.refuses = ['tooManyRequests']
    await toCheck()
    await passCheck()
    expect(heading()).toBe('还没有委托成')
    says('什么都没有变')
    desk.refuses = undefined
    await tap('再试一次')
    expect(heading()).toBe('委托好了')
    expect(new Set(sent(desk).map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  })
})

test('someone else’s card is not given on: it is said at once', async () => {
  await openGrant({ card: cardOnWire({ holder: { relation: 'guardian', maskedName: '示*童' } }) })
  expect(heading()).toBe('请本人来办')
})

test('a child’s own card neither', async () => {
  await openGrant({ card: cardOnWire({ hindrances: { reportLoss: { reason: 'minorNeedsGuardian' } } }) })
  expect(heading()).toBe('请监护人来办')
})

test('an answer that is lost leaves it unsure; the same key finds out, and it is granted once', async () => {
  const desk = await openGrant()
  await toCheck()
  await loseTheAnswer(desk)
  expect(heading()).toBe('不确定有没有办成')
  await pass(1_000)
  expect(heading()).toBe('委托好了')
  expect(sent(desk)).toHaveLength(2)
  expect(desk.grants).toBe(1)
})

test('nothing of the other person is kept on the phone, even while no one knows', async () => {
  const desk = await openGrant()
  await toCheck()
  await loseTheAnswer(desk)
  expect(JSON.stringify([...phone.storage.values()])).not.toContain(idNumber)
})

test('tapped twice at every step it is checked and sent once', async () => {
  const desk = await openGrant()
  await toCheck()
  for (const name of ['同意，开始演示核对', '用这个结果继续']) {
    const button = screen.getByRole('button', { name })
    fireEvent.click(button)
    fireEvent.click(button)
    await pass()
  }
  await pass()
  expect(desk.office.wire.requestsOf('session/beginVerification')).toHaveLength(1)
  expect(sent(desk)).toHaveLength(1)
})

test('without a network nothing is sent, and the retry sends it', async () => {
  const desk = await openGrant()
  await toCheck()
  await tap('同意，开始演示核对')
  const letGo = desk.office.wire.hold('session/completeVerification')
  await tap('用这个结果继续')
  await setOnline(false)
  letGo()
  await pass()
  expect(heading()).toBe('手机没连上网')
  expect(sent(desk)).toEqual([])
  await setOnline(true)
  await tap('再试一次')
  expect(heading()).toBe('委托好了')
})

test('in elder mode one question a screen', async () => {
  const desk = await openGrant({ mode: 'elder' })
  expect(heading()).toBe('请对方办什么？')
  await tap('补卡换卡 到网点办新卡', 'radio')
  await tap('下一步')
  expect(heading()).toBe('请谁替您办？')
  await tap('回去改')
  expect(heading()).toBe('请对方办什么？')
  await tap('下一步')
  await type('对方的姓名', '示例公民乙')
  await type('对方的身份证号', idNumber)
  await tap('下一步')
  expect(heading()).toBe('委托到哪天？')
  await tap('下一步')
  expect(heading()).toBe('委托前，看一遍')
  await tap('下一步，核对身份')
  await passCheck()
  expect(heading()).toBe('委托好了')
  expect(sent(desk)).toMatchObject([{ purpose: 'reissue', lastDay: '2026-03-12' }])
})

test('in English', async () => {
  await openGrant({ language: 'en' })
  expect(heading()).toBe('Who acts for you?')
  for (const words of ['First choose what for', '3 days', 'Through 12 Mar 2026']) says(words)
})
