import { fireEvent, screen } from '@testing-library/react'
import FamilyPage from '@/pages/family/index'
import { cardOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { childOnWire, FamilyDesk, grantOnWire } from '../support/wire/family'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const own = cardOnWire()
const childs = cardOnWire({ cardId: 'card-2', maskedNumber: '5101**********5678', holder: { relation: 'guardian', maskedName: '示*童' } })

const openDesk = async (behind: Parameters<typeof openOfficeWith>[0] = {}, cards = [own, childs]) => {
  const office = await openOfficeWith(behind)
  office.wire.on('card/list', () => ({ cards }))
  return new FamilyDesk(office)
}
/** The page, and what is asked for once the family is there. */
const show = async () => {
  const shown = await showPage(FamilyPage)
  await pass()
  return shown
}
const asked = (desk: FamilyDesk, name: 'person/consent' | 'person/revokeProxy') => desk.office.wire.requestsOf(name)
const says = (words: string | RegExp) => expect(screen.getByText(words)).toBeTruthy()

describe('children', () => {
  test('how long one acts for them, and their cards one tap away', async () => {
    const desk = await openDesk()
    desk.children = [childOnWire()]
    await show()
    expect(heading()).toBe('您的家人')
    for (const words of ['示*童', '年满 16 周岁那天起由本人办：2034年6月1日', '您已经同意']) says(words)
    await tap('看这张卡 尾号 5678 · 正常')
    expect(phone.opened).toEqual(['/pages/card/index?cardId=card-2'])
  })

  test('of fourteen or more need no consent, and nothing is said of one', async () => {
    const desk = await openDesk()
    desk.children = [childOnWire({ consent: 'notNeeded' })]
    await show()
    expect(screen.queryByText('您已经同意')).toBeNull()
    expect(screen.queryByRole('button', { name: '收回同意' })).toBeNull()
  })

  test('who has come of age acts alone: said in calm words, and no card is shown', async () => {
    const desk = await openDesk()
    desk.children = [childOnWire({ ended: true, endsOn: '2026-03-01', cards: ['card-2'] })]
    await show()
    says(/^2026年3月1日年满 16 周岁，卡由本人办了。/)
    expect(screen.queryByRole('button', { name: /看这张卡/ })).toBeNull()
  })

  test('none: how a child gets linked', async () => {
    await openDesk()
    await show()
    says('带户口簿和您的身份证，到柜台说“登记监护人”。登记好了，孩子的卡就在这里。')
  })
})

describe('a guardian’s consent', () => {
  const openConsent = async (behind: Parameters<typeof openDesk>[0] = {}) => {
    const desk = await openDesk(behind)
    desk.children = [childOnWire({ consent: 'needed' })]
    await show()
    await tap(/^请您先同意/)
    return desk
  }

  test('is asked by itself: what is kept, why and how long', async () => {
    const desk = await openConsent()
    expect(heading()).toBe('同意留着示*童的信息吗？')
    for (const words of [/^孩子的姓名、身份证号/, /^您替孩子挂失/, /收回后再留 3 年/, /^不同意也可以/]) says(words)
    await tap('同意')
    expect(asked(desk, 'person/consent')).toEqual([{ childId: 'child-1', agreed: true, notice: '2026-11-25' }])
    expect(heading()).toBe('您的家人')
    says('已经同意，现在可以替孩子办了')
  })

  test('“not now” changes nothing', async () => {
    const desk = await openConsent()
    await tap('先不同意')
    expect(heading()).toBe('您的家人')
    expect(asked(desk, 'person/consent')).toEqual([])
  })

  test('leads to the whole notice', async () => {
    await openConsent()
    await tap('个人信息怎么用')
    expect(phone.opened).toEqual(['/pages/privacy/index'])
  })

  test('tapped twice is given once', async () => {
    const desk = await openConsent()
    const agree = screen.getByRole('button', { name: '同意' })
    fireEvent.click(agree)
    fireEvent.click(agree)
    await pass()
    expect(asked(desk, 'person/consent')).toHaveLength(1)
  })

  test('an answer that is lost leaves it unsure, and it is asked again by itself', async () => {
    const desk = await openConsent()
    desk.office.wire.next('lost')
    await tap('同意')
    says('不确定有没有办成')
    await pass(1_000)
    expect(heading()).toBe('您的家人')
    expect(asked(desk, 'person/consent')).toHaveLength(2)
  })

  test('without a network nothing is noted, and a retry notes it', async () => {
    const desk = await openConsent()
    await setOnline(false)
    await tap('同意')
    says('没有记下来')
    expect(asked(desk, 'person/consent')).toEqual([])
    await setOnline(true)
    await tap('再试一次')
    expect(heading()).toBe('您的家人')
  })

  test('can be taken back, asked once more before', async () => {
    const desk = await openDesk()
    desk.children = [childOnWire()]
    await show()
    await tap('收回同意')
    expect(screen.getByRole('dialog', { name: '收回同意吗？' })).toBeTruthy()
    await tap('不收回')
    await tap('收回同意')
    await tap('收回')
    expect(asked(desk, 'person/consent')).toEqual([{ childId: 'child-1', agreed: false, notice: '2026-11-25' }])
    says('已经收回。要办的时候，可以再同意')
    expect(heading()).toBe('您的家人')
    expect(screen.getByRole('button', { name: /^请您先同意/ })).toBeTruthy()
  })
})

describe('acting for others', () => {
  test('whom, what for, until when, and their card', async () => {
    const desk = await openDesk()
    desk.actingFor = [grantOnWire({ cardId: 'card-9', purpose: 'releaseLoss' })]
    await show()
    says('一个人最多替 8 个人办')
    says('示*乙：解挂')
    says('尾号 1234，到 2026年3月12日（当天也算）')
    await tap('看这张卡')
    expect(phone.opened).toEqual(['/pages/card/index?cardId=card-9'])
  })

  test('is given back after one more question', async () => {
    const desk = await openDesk()
    desk.actingFor = [grantOnWire({ cardId: 'card-9' })]
    await show()
    await tap('不再替示*乙挂失')
    await tap('还替对方办')
    await tap('不再替示*乙挂失')
    await tap('确认不办了')
    expect(asked(desk, 'person/revokeProxy')).toEqual([{ cardId: 'card-9', grantId: 'grant-1' }])
    says('已经停止，您不再替对方办了')
    says('没有人委托您')
  })

  test('nobody: how one comes to be asked', async () => {
    await openDesk()
    await show()
    says(/^家人在自己的手机上打开“我的家人”/)
  })
})

describe('proxies', () => {
  const openProxies = async () => {
    const desk = await openDesk()
    desk.proxies = [grantOnWire(), grantOnWire({ grantId: 'grant-2', maskedName: '示*丙', purpose: 'reissue' })]
    await show()
    return desk
  }

  test('are stopped after one more question, each by itself', async () => {
    const desk = await openProxies()
    await tap('停止委托示*丙补卡换卡')
    expect(screen.getByRole('dialog', { name: '停止委托示*丙吗？' })).toBeTruthy()
    await tap('继续委托')
    await tap('停止委托示*丙补卡换卡')
    await tap('确认停止')
    expect(asked(desk, 'person/revokeProxy')).toEqual([{ cardId: 'card-1', grantId: 'grant-2' }])
    says('已经停止，对方不能再替您办了')
    says('示*乙：挂失')
    expect(screen.queryByText('示*丙：补卡换卡')).toBeNull()
  })

  test('a lost answer is asked for again, and the second one counts', async () => {
    const desk = await openProxies()
    await tap('停止委托示*乙挂失')
    desk.office.wire.next('lost')
    await tap('确认停止')
    says('不确定有没有办成')
    await pass(1_000)
    expect(asked(desk, 'person/revokeProxy')).toHaveLength(2)
    says('已经停止，对方不能再替您办了')
  })

  test('asked too often: it is said, and a retry stops them', async () => {
    const desk = await openProxies()
    desk.refuses = ['tooManyRequests']
    await tap('停止委托示*乙挂失')
    await tap('确认停止')
    says('没有办成')
    desk.refuses = undefined
    await tap('再试一次')
    says('已经停止，对方不能再替您办了')
  })

  test('naming one begins at the card, where there is more than one', async () => {
    await openDesk({}, [own, cardOnWire({ cardId: 'card-3', maskedNumber: '5101**********9012' }), childs])
    await show()
    await tap('委托别人办')
    await tap('尾号 9012 正常')
    expect(phone.opened).toEqual(['/pages/grant/index?cardId=card-3'])
  })

  test('with one card it begins at once', async () => {
    await openDesk()
    await show()
    await tap('委托别人办')
    expect(phone.opened).toEqual(['/pages/grant/index?cardId=card-1'])
  })

  test('who is a child names nobody, and is told why; who has no card is not asked', async () => {
    const minor = cardOnWire({ hindrances: { reportLoss: { reason: 'minorNeedsGuardian' } } })
    await openDesk({}, [minor])
    const { unmount } = await show()
    says('未成年人的卡，请监护人来办')
    unmount()
    await openDesk({}, [childs])
    await show()
    expect(screen.queryByRole('button', { name: '委托别人办' })).toBeNull()
  })
})

test('in elder mode one thing is open at a time', async () => {
  const desk = await openDesk({ mode: 'elder' })
  desk.children = [childOnWire()]
  await show()
  expect(screen.queryByText('示*童')).toBeNull()
  await tap('您照看的孩子 1 个孩子')
  expect(heading()).toBe('您照看的孩子')
  says('示*童')
  expect(screen.queryByText('您没有委托别人')).toBeNull()
  await tap('看其他的')
  await tap('谁替您办 还没有')
  says('您没有委托别人')
})

test('in English, with a name that takes lines', async () => {
  const desk = await openDesk({ language: 'en' })
  const maskedName = `${'Long*'.repeat(12)} End`
  desk.children = [childOnWire({ maskedName, consent: 'needed' })]
  desk.proxies = [grantOnWire({ maskedName })]
  await show()
  says('From the day of turning 16 they act themselves: 1 Jun 2034')
  says(`${maskedName}: Report Loss`)
  says('Ends in 1234, through 12 Mar 2026')
  await tap(/^Please agree first/)
  expect(heading()).toBe(`Keep ${maskedName}’s data?`)
})

test('no network and nothing known: a way to call', async () => {
  await openDesk()
  await setOnline(false)
  await show()
  expect(heading()).toBe('手机没连上网')
  await tap('家人的事打热线问，电话 028-12333')
  expect(phone.called).toEqual(['028-12333'])
})
