import { act, renderHook } from '@testing-library/react'
import { useSettings } from '@/features/settings'
import { phone } from '../support/taro/phone'

test('the citizen chooses mode and language, on every page at once, and the phone keeps it', () => {
  const page = renderHook(useSettings)
  const other = renderHook(useSettings)
  expect(page.result.current).toMatchObject({ mode: 'normal', language: 'zh', theme: 'light' })
  act(() => page.result.current.setMode('elder'))
  act(() => page.result.current.setLanguage('en'))
  expect(other.result.current).toMatchObject({ mode: 'elder', language: 'en' })
  expect(phone.storage.get('settings')).toEqual({ mode: 'elder', language: 'en' })
})

test("the theme is the system's, and follows it", () => {
  const { result } = renderHook(useSettings)
  act(() => phone.themeChanged.tell({ theme: 'dark' }))
  expect(result.current.theme).toBe('dark')
})
