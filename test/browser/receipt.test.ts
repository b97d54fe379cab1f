import { readFile } from 'node:fs/promises'
import { checkReceipt } from '@/web/verify/check'
import { readKeys } from '@/web/verify/keys'
import { scan } from '../support/played-canvas'
import { openPreview } from './preview'

const preview = openPreview()

const keys = async () => readKeys(await (await fetch(`${preview.city.address}/verify/keys.json`)).json())

it('a browser downloads the receipt as a picture: its code is scanned, and is genuine', async () => {
  const visitor = await preview.arrive('示例公民辰')
  await visitor.step('看新卡办到哪一步', '出示领卡凭证')
  await visitor.step('出示领卡凭证', '存成图片')
  expect(await visitor.barriers()).toEqual([])
  const [download] = await Promise.all([visitor.page.waitForEvent('download'), visitor.tap('存成图片')])
  await visitor.sees('下载好了')
  expect(download.suggestedFilename()).toBe('领卡凭证.png')
  const { width, code = '' } = await scan(await readFile(await download.path()))
  expect(width).toBe(1080)
  expect(checkReceipt(code, await keys(), Date.now())).toMatchObject({ is: 'genuine', claims: { kind: 'exchange', city: 'chengdu' } })
  await visitor.leave()
})

it('the code on the screen is scanned as well, in the light and in the dark', async () => {
  const visitor = await preview.arrive('示例公民辰')
  await visitor.step('看新卡办到哪一步', '出示领卡凭证')
  await visitor.step('出示领卡凭证', '存成图片')
  for (const colorScheme of ['light', 'dark'] as const) {
    await visitor.page.emulateMedia({ colorScheme })
    const shown = await visitor.page.locator('.qr').screenshot()
    expect(checkReceipt((await scan(shown)).code ?? '', await keys(), Date.now()).is).toBe('genuine')
  }
  await visitor.leave()
})
