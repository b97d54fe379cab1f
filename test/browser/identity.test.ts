import { openPreview } from './preview'
import type { Visitor } from './visitor'

const preview = openPreview()

const check = async (visitor: Visitor, then: string): Promise<void> => {
  await visitor.step('同意，开始演示核对', '这次核对的结果是')
  await visitor.step('用这个结果继续', then)
}

const kept = (visitor: Visitor): Promise<string> => visitor.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))

describe('whose account it is, in the browser preview', () => {
  it('is said once by a newcomer, with a number that is helped with while it is typed', async () => {
    const visitor = await preview.arrive('示例公民卯')
    await visitor.sees('您是谁？')
    await visitor.fill('姓名', '示例公民卯')
    await visitor.fill('身份证号', '00000019940416016x')
    await visitor.sees('最后一位对不上，请从头对一遍')
    await visitor.fill('身份证号', '0000 0019 9404 1601 68')
    await visitor.sees('18 位，对上了')
    expect(await visitor.barriers()).toEqual([])
    await visitor.step('下一步', '确认是您本人')
    await check(visitor, '已经确认是您：示****')
    await visitor.step('接着办', '您的社保卡能正常用')
    expect(await kept(visitor)).not.toMatch(/\d{17}|示例/)
    await visitor.leave()
  })

  it('a guardian reads what they agree to, agrees, and takes it back', async () => {
    const visitor = await preview.arrive('示例公民癸')
    await visitor.step('我的家人', '您照看的孩子')
    await visitor.step('请您先同意', '留着什么')
    await visitor.step('同意', '已经同意，现在可以替孩子办了')
    await visitor.step('收回同意', '收回同意吗？')
    await visitor.step('收回', '已经收回。要办的时候，可以再同意')
    await visitor.leave()
  })

  it('a proxy is named after a check, and stopped again', async () => {
    const visitor = await preview.arrive('示例公民甲')
    await visitor.step('我的家人', '您没有委托别人')
    await visitor.step('委托别人办', '请谁替您办？')
    await visitor.tapExactly('挂失')
    await visitor.fill('对方的姓名', '示例公民丙')
    await visitor.fill('对方的身份证号', '00000019910909003X')
    await visitor.step('下一步', '别人让您这样做？')
    await visitor.step('下一步，核对身份', '同意，开始演示核对')
    await check(visitor, '委托好了')
    await visitor.step('看我的家人', '停止委托')
    await visitor.step('停止委托', /停止委托示\*+吗？/)
    await visitor.step('确认停止', '已经停止，对方不能再替您办了')
    await visitor.leave()
  })

  it('a copy of one’s own data is saved after a check, and deleting leaves nothing on the device', async () => {
    const visitor = await preview.arrive('示例公民丑')
    await visitor.step('显示设置', '我的信息')
    await visitor.step('我的信息', '0000**********0145')
    await visitor.step('要一份全部信息', '里面的号码没有遮住')
    await visitor.step('继续，核对身份', '同意，开始演示核对')
    await check(visitor, '您的全部信息')
    const [download] = await Promise.all([visitor.page.waitForEvent('download'), visitor.tapExactly('存成文件')])
    expect(download.suggestedFilename()).toBe('我的社保卡信息.json')
    await visitor.step('看完了，收起', '0000**********0145')
    await visitor.step('删除我的信息', '先看清删什么、留什么')
    await visitor.step('删除', '真的删除吗？')
    await visitor.step('确认删除', '已经删除')
    await visitor.step('回到首页', '查我的卡，去挂失')
    expect(await kept(visitor)).not.toMatch(/token|示例|\d{17}|card-/i)
    // the token that ended with the account is refused, as it ought to be
    await visitor.leave({ complaining: true })
  })

  it('the notice is read by whoever wants to, signed in or not', async () => {
    const visitor = await preview.arrive()
    await visitor.sees('查我的卡，去挂失')
    expect(await visitor.barriers()).toEqual([])
    await visitor.step('查我的卡，去挂失', '先说清楚用您哪些信息')
    await visitor.step('看完整的个人信息说明', '留着什么，为什么，多久')
    await visitor.leave()
  })
})
