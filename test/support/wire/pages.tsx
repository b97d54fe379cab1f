import { QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { ComponentType } from 'react'
import type { CardOnWire, HistoryEventOnWire, ReportOnWire } from '@/contract'
import { createQueryClient } from '@/features/query-client'
import { CopyProvider } from '@/features/settings/copy-provider'
import { change } from '@/features/settings/store'
import { bank, reportOnWire } from '../builders/card-on-wire'
import { phone } from '../taro/phone'
import { openOffice, pass } from './hooks'
import type { Office } from './office'

interface Behind {
  readonly card?: CardOnWire
  readonly report?: ReportOnWire | undefined
  readonly events?: readonly HistoryEventOnWire[]
  readonly mode?: 'normal' | 'elder'
  readonly language?: 'zh' | 'en'
}

const isOpen = ({ socialSecurity: { state } }: CardOnWire): boolean => state.endsWith('Lost') || state === 'beingReissued'

/** An office that knows a card, its report and its history, and a citizen who likes their screens so. */
export const openOfficeWith = async ({ card, report = reportOnWire(), events = [], mode = 'normal', language = 'zh' }: Behind = {}): Promise<Office> => {
  const office = await openOffice()
  change({ mode, language })
  if (card) office.card = card
  office.wire.on('card/get', () => ({
    card: office.card, ...(isOpen(office.card) && { report }), bank: { ...bank, told: office.card.bankTold },
  }))
  office.wire.on('card/history', () => ({ events: [...events] }))
  office.wire.on('outlets/banks', () => ({
    banks: [bank, { code: 'abc', name: '中国农业银行', nameEn: 'Agricultural Bank of China', hotline: '95599', verified: false }],
  }))
  return office
}

/** Opens a page as the app does, and lets what it asks for arrive. */
export const showPage = async (Page: ComponentType, params: Record<string, string> = {}) => {
  phone.params = params
  const shown = render(
    <QueryClientProvider client={createQueryClient()}>
      <CopyProvider><Page /></CopyProvider>
    </QueryClientProvider>,
  )
  await pass(400)
  return shown
}

/** Taps what says so, and lets what follows happen. */
export const tap = async (name: string | RegExp, role: 'button' | 'radio' | 'checkbox' = 'button'): Promise<void> => {
  fireEvent.click(screen.getByRole(role, { name }))
  await pass()
}

export const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? ''

/** The network comes or goes. */
export const setOnline = (online: boolean): Promise<void> => act(async () => phone.setOnline(online))
