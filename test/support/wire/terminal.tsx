import { act, render } from '@testing-library/react'
import type { ComponentType } from 'react'
import type { KioskOnWire } from '@/contract'
import { place } from '@/features/kiosk/place'
import { endVisit } from '@/features/kiosk/visit'
import { FeaturesProvider } from '@/features/provider'
import { keepSession } from '@/features/session/store'
import { CopyProvider } from '@/features/settings/copy-provider'
import { playReader, type IdCard } from '@/platform/kiosk/reader'
import { setTerminal } from '@/platform/terminal.h5'
import { bank } from '../builders/card-on-wire'
import { phone } from '../taro/phone'
import { pass } from './hooks'
import { Office } from './office'

export const kiosk: KioskOnWire = { kioskId: 'k-1', outletId: 'chengdu.example', outletName: '示例医院自助网点', city: 'chengdu' }
export const first: IdCard = { name: '示例公民甲', idNumber: '00000019850312001X' }
export const second: IdCard = { name: '示例公民乙', idNumber: '000000197806240022' }

/** A browser as new, and an office behind the wire that knows it as a terminal, or as none. */
export const openTerminal = (isKiosk = true): Office => {
  Object.assign(window, { matchMedia: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }) })
  phone.reset()
  localStorage.clear()
  setTerminal(false)
  keepSession(undefined)
  endVisit()
  place.set({ is: 'asking' })
  const office = new Office()
  office.challenge = { provider: 'terminal' }
  office.wire.on('session/kiosk', () => (isKiosk ? { kiosk } : {}))
  office.wire.on('session/demoCitizens', () => ({ citizens: [{ id: 'one', note: '正常', cardNumbers: ['510100000000000101'], ...first }] }))
  office.wire.on('outlets/banks', () => ({ banks: [bank] }))
  office.wire.on('card/get', () => ({ card: office.card, bank: { ...bank, told: false } }))
  return office
}

/** A page as the browser's app shows it. */
export const showAt = async (Page: ComponentType, params: Record<string, string> = {}) => {
  phone.params = params
  const shown = render(<FeaturesProvider><CopyProvider><Page /></CopyProvider></FeaturesProvider>)
  await pass(400)
  return shown
}

/** What the reader tells, and what follows. */
export const put = async (card: IdCard): Promise<void> => {
  act(() => playReader.read(card))
  await pass()
}
export const takeAway = async (): Promise<void> => {
  act(() => playReader.removed())
  await pass()
}
export const putCard = async (cardNumber: string): Promise<void> => {
  act(() => playReader.cardRead(cardNumber))
  await pass()
}
