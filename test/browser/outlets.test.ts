import { openPreview } from './preview'
import type { Visitor } from './visitor'

const preview = openPreview()

const toOutlets = async (visitor: Visitor): Promise<void> => {
  await visitor.tapExactly('查网点')
  await visitor.sees(/(先看|找到) \d+ 个网点/)
}

describe('looking for an outlet in the browser', () => {
  it('shows one state two ways: what is chosen in the drawing is chosen in the list', async () => {
    const visitor = await preview.arrive('示例公民甲')
    await toOutlets(visitor)
    expect(await visitor.barriers()).toEqual([])
    await visitor.step('方位图', '圆：现在开门')
    const alone = visitor.page.locator('.plot-target').filter({ visible: true }).filter({ hasText: /^\d+$/ }).last()
    const number = await alone.innerText()
    await alone.click()
    await visitor.page.locator('.out-on').filter({ visible: true, hasText: new RegExp(`^${number}\\s`) }).waitFor()
    await visitor.tapExactly('列表')
    await visitor.page.locator('.out-on').filter({ visible: true, hasText: new RegExp(`^${number}\\s`) }).waitFor()
    await visitor.leave()
  })

  it('is reached and used by keyboard alone', async () => {
    const visitor = await preview.arrive('示例公民甲')
    await toOutlets(visitor)
    await visitor.page.getByRole('checkbox', { name: '现在开门' }).focus()
    await visitor.page.keyboard.press('Space')
    await visitor.page.locator('[role=checkbox][aria-checked=true]').filter({ visible: true }).waitFor()
    await visitor.page.getByRole('button', { name: /^要办什么/ }).focus()
    await visitor.page.keyboard.press('Enter')
    await visitor.sees('选一件，只看能办的网点')
    await visitor.page.keyboard.press('Escape')
    await visitor.gone('选一件，只看能办的网点')
    await visitor.leave()
  })

  it('knows how far it is where the browser may say where one is', async () => {
    const visitor = await preview.arrive('示例公民甲')
    const context = visitor.page.context()
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation({ latitude: 30.63971, longitude: 104.04413 })
    await toOutlets(visitor)
    await visitor.step('离我近的', '只用来算离您多远，不保存')
    await visitor.tapExactly('用我的位置')
    await visitor.sees(/\d 米|公里/)
    await visitor.step('方位图', '中间是您，上面是北')
    expect(await visitor.page.evaluate(() => `${JSON.stringify(localStorage)} ${location.href}`)).not.toMatch(/30\.63[89]\d|104\.04[34]\d/)
    await visitor.leave()
  })

  it('asks for a district where the browser says no, and remembers it', async () => {
    const visitor = await preview.arrive('示例公民甲')
    await toOutlets(visitor)
    await visitor.tapExactly('离我近的')
    await visitor.step('用我的位置', /选一个区县，一样能找/)
    await visitor.tap('武侯区（')
    await visitor.gone('锦江区示例路16号（演示）')
    await visitor.sees('武侯区示例路')
    await visitor.page.reload()
    await visitor.sees('武侯区示例路')
    await visitor.leave()
  })

  it('leads a card that moved here to the agency first, and then to any of the seven banks', async () => {
    const visitor = await preview.arrive('示例公民寅')
    await toOutlets(visitor)
    await visitor.tap('要办什么')
    await visitor.tap('立等可取补卡')
    await visitor.sees('第一步：到经办机构')
    await visitor.sees('本地 7 家合作银行，任何一家都行')
    await visitor.leave()
  })

  it('says that there is no list where there is none, with the hotline', async () => {
    const visitor = await preview.arrive('示例公民丑')
    await visitor.step('查网点', '这里还没有网点名单')
    await visitor.leave()
  })

  it('keeps list and drawing side by side on a wide screen', async () => {
    const visitor = await preview.arrive('示例公民甲', { size: { width: 1024, height: 768 } })
    await toOutlets(visitor)
    await visitor.sees('圆：现在开门')
    await visitor.sees('示例锦江工商银行网点')
    expect(await visitor.barriers()).toEqual([])
    await visitor.leave()
  })

  it('says of the last list when it was, once the network is gone', async () => {
    const visitor = await preview.arrive('示例公民甲')
    await toOutlets(visitor)
    await visitor.page.context().setOffline(true)
    await visitor.tapExactly('现在开门')
    await visitor.sees(/查到的，没有网络/)
    await visitor.sees('028-12333')
    await visitor.leave({ complaining: true })
  })
})
