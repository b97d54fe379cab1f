import { renderHook } from '@testing-library/react'
import { back, go, goHome, replace, useParams } from '@/platform/navigation'
import { isOnline, onNetworkChange } from '@/platform/network'
import { callPhone } from '@/platform/phone-call'
import { read, remove, write } from '@/platform/storage'
import { onThemeChange, systemInfo } from '@/platform/system-info'
import { setTitle } from '@/platform/title'
import { phone } from '../support/taro/phone'

beforeEach(() => phone.reset())

test('a page is opened by its name with what it needs', async () => {
  await go('reportLoss', { cardId: 'card 1' })
  await replace('home')
  expect(phone.opened).toEqual(['/pages/report-loss/index?cardId=card%201', 'replace /pages/home/index'])
})

test('a page that two taps of one hand ask for is opened once; later it is opened again', async () => {
  const now = jest.spyOn(Date, 'now').mockReturnValue(1_000_000)
  const open = () => go('outlet', { outletId: 'chengdu.demo-1' })
  await Promise.all([open(), open()])
  expect(phone.opened).toHaveLength(1)
  now.mockReturnValue(1_000_600)
  await open()
  expect(phone.opened).toHaveLength(2)
  now.mockRestore()
})

test('back goes to the page below, and home where there is none', async () => {
  phone.pages = 2
  await back()
  phone.pages = 1
  await back()
  await goHome()
  expect(phone.opened).toEqual(['back', 'relaunch /pages/home/index', 'relaunch /pages/home/index'])
})

test('a page reads what it was opened with; what is missing reads as nothing', () => {
  phone.params = { cardId: 'card-1', other: 'x' }
  expect(renderHook(() => useParams('card')).result.current).toEqual({ cardId: 'card-1' })
  phone.params = {}
  expect(renderHook(() => useParams('card')).result.current).toEqual({ cardId: '' })
})

test('storage keeps, forgets, and knows what was never kept', () => {
  write('key', { a: 1 })
  expect(read('key')).toEqual({ a: 1 })
  remove('key')
  expect(read('key')).toBeUndefined()
})

test('the network is known now and at every change until no one listens', async () => {
  const heard: boolean[] = []
  const stop = onNetworkChange((online) => heard.push(online))
  expect(await isOnline()).toBe(true)
  phone.setOnline(false)
  expect(await isOnline()).toBe(false)
  stop()
  phone.setOnline(true)
  expect(heard).toEqual([false])
})

test('the system says its theme, its font size and its width', () => {
  phone.theme = 'dark'
  expect(systemInfo()).toEqual({ theme: 'dark', fontScale: 1, width: 375 })
  const heard: string[] = []
  const stop = onThemeChange((theme) => heard.push(theme))
  phone.themeChanged.tell({ theme: 'light' })
  stop()
  phone.themeChanged.tell({ theme: 'dark' })
  expect(heard).toEqual(['light'])
})

test('a number is called and a title set', async () => {
  await callPhone('12333')
  setTitle('社保卡')
  expect(phone).toMatchObject({ called: ['12333'], titles: ['社保卡'] })
})
