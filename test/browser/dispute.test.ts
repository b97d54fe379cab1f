import { openPage } from '../support/browser'
import { openPreview } from './preview'
import type { Visitor } from './visitor'

const preview = openPreview()

const home = (visitor: Visitor) => visitor.goTo('/pages/home/index')

/** What a member of staff does who has looked into it. */
const closeAtCounter = async (): Promise<void> => {
  const { page } = await openPage(preview.browser, `${preview.city.address}/counter`, { width: 1024, height: 768 })
  await page.getByLabel('工号').fill('demo-007')
  await page.getByLabel('密码').fill('demo-counter-007')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button', { name: /示\*+.*0404/ }).click()
  await page.getByRole('radio', { name: '是本人办的', exact: true }).check()
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByRole('button', { name: '办理', exact: true }).click()
  await page.getByText('办好了').waitFor()
  await page.context().close()
}

test('who says that it was not them stops unhooking, reads how far it is, and is told once a counter has closed it', async () => {
  const visitor = await preview.arrive('示例公民丁')
  await visitor.sees('社保功能已挂失')
  await visitor.step('挂失记录', '发生过什么')
  await visitor.step('这次不是我办的', '这次挂失不是您办的？')
  await visitor.step('不是我办的，提出来', '已经提出，正在查')
  await visitor.step('看挂失记录', '提出“不是我办的”')

  await home(visitor)
  await visitor.step('解挂', '正在查，先不能办')
  await home(visitor)
  await visitor.step('消息', '有人提出“不是我办的”')
  await closeAtCounter()
  await home(visitor)
  // an answer is fresh for ten seconds: whoever comes back from a counter opens the app anew
  await visitor.page.reload()
  await visitor.sees('社保功能已挂失')
  await visitor.step('解挂', '卡在我手里，解挂')
  await home(visitor)
  await visitor.step('消息', '查清了：是本人办的')
  await visitor.leave()
})
