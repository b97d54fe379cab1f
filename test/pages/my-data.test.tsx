import { fireEvent, screen } from '@testing-library/react'
import MyDataPage from '@/pages/my-data/index'
import { session } from '@/features/session/store'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'
import { DataDesk, myDataOnWire } from '../support/wire/person'
import { Refused } from '../support/wire/wire'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const openData = async (behind: Parameters<typeof openOfficeWith>[0] = {}, data = myDataOnWire()) => {
  const desk = new DataDesk(await openOfficeWith(behind))
  desk.data = data
  await showPage(MyDataPage)
  return desk
}
const says = (words: string | RegExp) => expect(screen.getByText(words)).toBeTruthy()
const asked = ({ office }: DataDesk, name: 'person/exportData' | 'person/eraseData' | 'session/unbind' | 'session/beginVerification') => office.wire.requestsOf(name)
const twice = async (name: string) => {
  const button = screen.getByRole('button', { name })
  fireEvent.click(button)
  fireEvent.click(button)
  await pass()
}

describe('what is kept', () => {
  test('is shown masked, with the accounts and how much of each class is kept how long', async () => {
    await openData()
    expect(heading()).toBe('这里留着您的这些信息')
    for (const words of ['示*甲', '5101**********1234', '138****0001', '2026年1月5日起', '2026年2月1日起', '现在用的就是这个']) says(words)
    for (const words of ['8 条', '没有', '留多久：核对后留 180 天；填的姓名和号码用完就删', '留多久：收回后再留 3 年', '留多久：不再计数后留 1 天']) says(words)
    expect(screen.getAllByText('留多久：有卡就一直留，法律要求的')).toHaveLength(2)
  })

  test('no telephone number, one account, nothing else: it says so', async () => {
    await openData({}, myDataOnWire({ maskedPhone: undefined, accounts: [], kept: [] }))
    says('没有留')
  })

  test('a long name takes its lines', async () => {
    const maskedName = '示例公民·名字很长'.repeat(6)
    await openData({}, myDataOnWire({ maskedName }))
    says(maskedName)
  })

  test('the notice is one tap away', async () => {
    await openData()
    await tap('个人信息怎么用')
    expect(phone.opened).toEqual(['/pages/privacy/index'])
  })

  test('without a network there is a way to call', async () => {
    await openOfficeWith()
    await setOnline(false)
    await showPage(MyDataPage)
    expect(heading()).toBe('手机没连上网')
    await tap('信息不对，打热线改，电话 028-12333')
    expect(phone.called).toEqual(['028-12333'])
  })

  test('in elder mode one thing is open at a time; in English', async () => {
    await openData({ mode: 'elder', language: 'en' })
    expect(screen.queryByText('5101**********1234')).toBeNull()
    await tap('Who you are 示*甲')
    says('5101**********1234')
    await tap('See the rest')
    await tap('Records kept What, how much, how long')
    says('How long: 180 days after the check; the name and number you typed go once used')
  })

  test('an expired session is renewed in silence', async () => {
    const office = await openOfficeWith()
    const desk = new DataDesk(office)
    const expired = session.get()?.token
    office.wire.on('person/myData', (_, token) => {
      if (token === expired) throw new Refused('notSignedIn')
      return desk.data
    })
    await showPage(MyDataPage)
    says('示*甲')
  })
})

describe('a copy of everything', () => {
  const toCheck = async (behind: Parameters<typeof openOfficeWith>[0] = {}) => {
    const desk = await openData(behind)
    await tap('要一份全部信息 不遮住，核对身份后给您')
    await tap('继续，核对身份')
    return desk
  }
  const passCheck = async () => {
    await tap('同意，开始演示核对')
    await tap('用这个结果继续')
    await pass()
  }

  test('comes after a check of its own, in clear and said to be, and is copied', async () => {
    const desk = await openData()
    await tap('要一份全部信息 不遮住，核对身份后给您')
    says('不存在手机里：离开这一页就没有了。')
    await tap('继续，核对身份')
    await passCheck()
    expect(asked(desk, 'session/beginVerification')).toEqual([{ subject: { purpose: 'exportData' } }])
    expect(asked(desk, 'person/exportData')).toEqual([{ verificationId: 'check-1' }])
    expect(heading()).toBe('您的全部信息')
    says('{"name":"示例公民甲"}')
    says('里面的号码没有遮住')
    await tap('复制全部')
    expect(phone.copied).toEqual(['{"name":"示例公民甲"}'])
    says('已经复制，用完请清掉剪贴板')
  })

  test('is nowhere on the phone, and gone once it is put away', async () => {
    await toCheck()
    await passCheck()
    expect(JSON.stringify([...phone.storage.values()])).not.toContain('示例公民甲')
    await tap('看完了，收起')
    expect(screen.queryByText('{"name":"示例公民甲"}')).toBeNull()
    await tap('要一份全部信息 不遮住，核对身份后给您')
    expect(heading()).toBe('要一份全部信息')
  })

  test('tapped twice is asked for once', async () => {
    const desk = await toCheck()
    await twice('同意，开始演示核对')
    await twice('用这个结果继续')
    await pass()
    expect(asked(desk, 'person/exportData')).toHaveLength(1)
  })

  test('“not now” goes back', async () => {
    const desk = await openData()
    await tap('要一份全部信息 不遮住，核对身份后给您')
    await tap('先不办')
    expect(heading()).toBe('这里留着您的这些信息')
    expect(asked(desk, 'session/beginVerification')).toEqual([])
  })

  test('a check that was used leads to another one', async () => {
    const desk = await toCheck()
    desk.refuses = ['verificationUsed']
    await passCheck()
    expect(heading()).toBe('还没有拿到')
    desk.refuses = undefined
    await tap('再核对一次')
    await passCheck()
    expect(heading()).toBe('您的全部信息')
  })

  test('too busy: it is said, and tried again', async () => {
    const desk = await toCheck()
    desk.refuses = ['busy']
    await passCheck()
    expect(heading()).toBe('还没有拿到')
    desk.refuses = undefined
    await tap('再试一次')
    expect(heading()).toBe('您的全部信息')
  })
})

describe('unbinding this account', () => {
  const openDialog = async () => {
    const desk = await openData()
    await tap('解除这个账号的登记 卡和挂失都不变')
    return desk
  }

  test('says what it means, and is asked once more; then nobody is signed in', async () => {
    const desk = await openDialog()
    says('以后用微信打开，要先确认身份才能查到您的卡。卡和挂失都不变。')
    await tap('不解除')
    expect(asked(desk, 'session/unbind')).toEqual([])
    await tap('解除这个账号的登记 卡和挂失都不变')
    await twice('解除登记')
    expect(asked(desk, 'session/unbind')).toHaveLength(1)
    expect(heading()).toBe('已经解除登记')
    expect(session.get()).toBeUndefined()
    await tap('回到首页')
    expect(phone.opened).toEqual(['relaunch /pages/home/index'])
  })

  test('a lost answer is asked for again, and already so is so', async () => {
    const desk = await openDialog()
    desk.office.wire.next('lost')
    await tap('解除登记')
    says('不确定有没有办成')
    await pass(1_000)
    expect(heading()).toBe('已经解除登记')
    expect(asked(desk, 'session/unbind')).toHaveLength(2)
  })

  test('without a network nothing changes, and the retry does it', async () => {
    const desk = await openDialog()
    await setOnline(false)
    await tap('解除登记')
    says('没有办成')
    expect(asked(desk, 'session/unbind')).toEqual([])
    await setOnline(true)
    await tap('再试一次')
    expect(heading()).toBe('已经解除登记')
  })
})

describe('deleting', () => {
  const openErase = async () => {
    const desk = await openData()
    await tap('删除我的信息 能删的都删，先看删什么')
    return desk
  }

  test('says what goes, what stays and why; asked once more; then what was deleted, and nobody is signed in', async () => {
    const desk = await openErase()
    expect(heading()).toBe('删除我的信息')
    for (const words of ['会删掉', '会留下', '您是谁、卡和办过的事：社保法规要求保存']) says(words)
    await tap('删除')
    await twice('确认删除')
    expect(asked(desk, 'person/eraseData')).toHaveLength(1)
    expect(heading()).toBe('已经删除')
    for (const words of ['删掉了', '2 条', '按规定留下的', '3 条', '以后要用，重新登录就行。']) says(words)
    expect(screen.queryByText('次数')).toBeNull()
    expect(session.get()).toBeUndefined()
    expect(phone.storage.has('session')).toBe(false)
  })

  test('can be left at every step', async () => {
    const desk = await openErase()
    await tap('删除')
    await tap('先不删')
    await tap('不删，回去')
    expect(heading()).toBe('这里留着您的这些信息')
    expect(asked(desk, 'person/eraseData')).toEqual([])
  })

  test('where the answer was lost, an account that is nobody’s any more says that it was done', async () => {
    const desk = await openErase()
    await tap('删除')
    desk.office.wire.next('lost')
    await tap('确认删除')
    says('不确定有没有办成')
    await pass(1_000)
    expect(heading()).toBe('已经删除')
    expect(session.get()).toBeUndefined()
  })

  test('a first refusal is none of that: it is said', async () => {
    const desk = await openErase()
    desk.refuses = ['tooManyRequests']
    await tap('删除')
    await tap('确认删除')
    says('没有办成')
    expect(session.get()).toBeDefined()
  })
})
