import { openPreview } from './preview'

const preview = openPreview()

describe('the browser preview, screen by screen', () => {
  it('reports a loss from home with four taps and one check, tells the bank, and unhooks it', async () => {
    const visitor = await preview.arrive('示例公民甲')
    await visitor.sees('您的社保卡能正常用')
    expect(await visitor.barriers()).toEqual([])
    await visitor.step('卡丢了，去挂失', '挂失以后会怎样')
    await visitor.step('继续挂失', '确认是您本人')
    await visitor.step('同意，开始演示核对', '这次核对的结果是')
    await visitor.step('用这个结果继续', '社保功能已挂失')
    expect(await visitor.text()).toMatch(/回执号\s*GS\d{6}\w{8}/)
    await visitor.step('我已经向银行挂失了', '已经向银行挂失了吗')
    await visitor.tapExactly('已经办好')
    await visitor.gone('还差一步：银行那边还没挂失')
    await visitor.tap('回到首页')
    await visitor.step('卡找到了，去解挂', '要解除这次挂失吗')
    await visitor.tap('卡在我手里，解挂')
    await visitor.check('已经解挂')
    expect(await visitor.barriers()).toEqual([])
    await visitor.leave()
  })

  it('reports nothing when the check fails, is left or has no answer yet', async () => {
    const visitor = await preview.arrive('示例公民丙')
    await visitor.tap('卡丢了，去挂失')
    await visitor.tap('继续挂失')
    await visitor.check('没有核对上', '没通过')
    expect(await visitor.barriers()).toEqual([])
    await visitor.tapExactly('再试一次')
    await visitor.check('您中途退出了', '中途退出')
    await visitor.tapExactly('再试一次')
    await visitor.check('核对还没有结果', '还没有结果')
    await visitor.goTo('/pages/home/index')
    await visitor.sees('您的社保卡能正常用')
    await visitor.leave()
  })

  it.each([
    ['示例公民乙', /还剩 3 天|还剩 2 天 23 小时/],
    ['示例公民己', '正在补卡'],
    ['示例公民庚', '您的新卡还没启用'],
    ['示例公民辛', '这张卡已经注销'],
    ['示例公民壬', '您的社保卡被锁定了'],
    ['示例公民癸', '社保卡能正常用'],
    ['示例公民子', '看哪一张卡'],
    ['示例公民·名字特别特别长的那一位·示例', '您的社保卡能正常用'],
  ] as const)('says at once how the card of %s is, at home and on its own page', async (name, words) => {
    const visitor = await preview.arrive(name)
    await visitor.sees(words)
    expect(await visitor.barriers()).toEqual([])
    await visitor.step('社保卡', '社保功能')
    await visitor.leave()
  })

  it('says where a counter’s report is released, and that it is not the citizen’s mistake', async () => {
    const visitor = await preview.arrive('示例公民戊', { door: '支付宝' })
    await visitor.sees('社保功能已挂失')
    expect(await visitor.barriers()).toEqual([])
    await visitor.step('社保卡', '社保功能')
    await visitor.goTo('/pages/home/index')
    await visitor.step('卡找到了，去解挂', '这次要到网点解挂')
    await visitor.sees('不是您操作错了')
    await visitor.leave()
  })

  it('opens each of the services', async () => {
    const visitor = await preview.arrive('示例公民丁')
    for (const [service, words] of [['挂失记录', '发生过什么'], ['银行电话', '95588'], ['办事指南', '挂失后还能解挂吗'], ['显示设置', '字的大小']] as const) {
      await visitor.step(service, words)
      await visitor.goTo('/pages/home/index')
    }
    await visitor.leave()
  })
})

describe('when things go wrong in the browser', () => {
  it('keeps the phone numbers in reach without a network, and finds back by itself', async () => {
    const visitor = await preview.arrive('示例公民壬')
    await visitor.sees('您的社保卡被锁定了')
    await visitor.page.context().setOffline(true)
    await visitor.sees('手机没连上网')
    await visitor.sees('028-12333')
    await visitor.page.context().setOffline(false)
    await visitor.gone('手机没连上网')
    await visitor.leave({ complaining: true })
  })

  it('signs in again by itself when the session has run out, and goes on', async () => {
    const visitor = await preview.arrive('示例公民庚')
    await visitor.sees('您的新卡还没启用')
    await visitor.spoilToken()
    await visitor.page.reload()
    await visitor.sees('您的新卡还没启用')
    await visitor.leave({ complaining: true })
  })

  it('sends one report for an impatient double tap', async () => {
    const visitor = await preview.arrive('示例公民·名字特别特别长的那一位·示例')
    let reports = 0
    visitor.page.on('request', (request) => { if (request.url().endsWith('/card/reportLoss')) reports += 1 })
    await visitor.tap('卡丢了，去挂失')
    await visitor.tap('继续挂失')
    await visitor.tap('同意，开始演示核对')
    await visitor.sees('这次核对的结果是')
    await visitor.page.getByText('用这个结果继续').dblclick()
    await visitor.sees('社保功能已挂失')
    expect(reports).toBe(1)
    await visitor.leave()
  })
})
