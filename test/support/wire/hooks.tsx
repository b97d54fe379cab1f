import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { PropsWithChildren } from 'react'
import { createQueryClient, wirePlatform } from '@/features/query-client'
import { signIn } from '@/features/session/sign-in'
import { keepSession } from '@/features/session/store'
import { phone } from '../taro/phone'
import { Office } from './office'

/** A phone as new, an office behind the wire, and a demo citizen signed in. */
export const openOffice = async (): Promise<Office> => {
  phone.reset()
  keepSession(undefined)
  const office = new Office()
  await signIn('zhang', 'wechat')
  wirePlatform()
  return office
}

/** A hook as a page would use it, above an app's own answers. */
export const openPage = <Shown,>(hook: () => Shown, answers: QueryClient = createQueryClient()) =>
  renderHook(hook, { wrapper: ({ children }: PropsWithChildren) => <QueryClientProvider client={answers}>{children}</QueryClientProvider> })

/** Lets everything that is due, and `ms` milliseconds more, happen. */
export const pass = (ms = 0): Promise<void> => act(() => jest.advanceTimersByTimeAsync(ms))
