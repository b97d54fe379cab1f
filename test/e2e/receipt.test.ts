import { checkReceipt } from '@/web/verify/check'
import { readKeys } from '@/web/verify/keys'
import { scan } from '../support/played-canvas'
import { openCity, type City } from './city'
import { signIn } from './flows'
import type { Phone } from './phone'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => (city = await openCity()))
afterAll(async () => city?.close())

/** A citizen whose new card is ready, with the receipt on the screen. */
const openReceipt = async (platform: 'weapp' | 'alipay'): Promise<Phone> => {
  const phone = await city.open(platform, 'card-ready')
  await signIn(phone)
  await phone.waitForText('看新卡办到哪一步')
  await phone.tapText('看新卡办到哪一步')
  await phone.waitForText('出示领卡凭证')
  await phone.tapText('出示领卡凭证')
  await phone.waitForText('存成图片')
  return phone
}

const keys = async () => readKeys(await (await fetch(`${city.address}/verify/keys.json`)).json())

describe.each(['weapp', 'alipay'] as const)('the receipt as a picture, from the built %s mini-program', (platform) => {
  it('is drawn on the page’s canvas and put in the album; its code is scanned, and is genuine', async () => {
    const phone = await openReceipt(platform)
    const { album } = phone.host
    await phone.tapText('存成图片')
    await phone.waitForText('存好了，在相册里')
    const { width, height, code = '' } = await scan(album.pictures[0] ?? Buffer.of())
    const checked = checkReceipt(code, await keys(), Date.now())
    expect(checked).toMatchObject({ is: 'genuine', claims: { kind: 'exchange', city: 'chengdu' } })
    expect([width, album.canvas.width]).toEqual([1080, 1])
    const { lines } = album.canvas.filed
    const words = lines.map((line) => line.words)
    for (const line of ['社保卡领卡凭证', '成都', '到哪里领', '示例武侯社保经办网点', '这期间看病', '领卡要带', ...('claims' in checked ? [checked.claims.maskedName, checked.claims.number] : [])]) expect(words).toContain(line)
    expect(lines.filter(({ right, bottom }) => right > width || bottom > height)).toEqual([])
    expect(phone.errors()).toEqual([])
  })

  it('is not saved without leave; once allowed in the settings, it is', async () => {
    const phone = await openReceipt(platform)
    const { album } = phone.host
    album.allowed = false
    await phone.tapText('存成图片')
    await phone.waitForText('没有存到相册的权限')
    expect(album.pictures).toEqual([])
    await phone.tapText('打开设置')
    await phone.waitForText('存好了，在相册里')
    expect(album.pictures).toHaveLength(1)
    expect(phone.errors()).toEqual([])
  })
})
