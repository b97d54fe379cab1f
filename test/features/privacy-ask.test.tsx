import { act, screen } from '@testing-library/react'
import { privacyAsked } from '@/features/privacy/asked'
import SettingsPage from '@/pages/settings/index'
import { openOfficeWith, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const hold = async () => {
  const answer = jest.fn()
  await openOfficeWith()
  await showPage(SettingsPage)
  expect(screen.queryByRole('dialog')).toBeNull()
  act(() => privacyAsked.set({ answer }))
  return answer
}

test('what the platform holds back goes on once its notice is agreed to, on the page that is there', async () => {
  const answer = await hold()
  expect(screen.getByRole('dialog', { name: '先同意微信的隐私指引？' })).toBeTruthy()
  act(() => screen.getByText('同意，接着办').click())
  expect(answer.mock.calls).toEqual([[true]])
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('whoever does not agree goes on without it', async () => {
  const answer = await hold()
  await tap('不同意')
  expect(answer.mock.calls).toEqual([[false]])
  expect(screen.queryByRole('dialog')).toBeNull()
})
