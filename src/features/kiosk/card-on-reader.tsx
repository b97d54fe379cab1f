import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Mark, Result } from '@/components/result'
import type { CardOnWire } from '@/contract'
import { useKioskCopy } from '@/copy/kiosk'
import { sandbox } from '@/platform/build'
import { onReader } from '@/platform/kiosk/reader'
import { useWhich } from '../card/use-holder'
import type { IdentityCheck } from '../identity'
import { PutCardOn } from './demo'
import { Slot } from './slot'
import { TerminalScreen } from './terminal-screen'
import { expectCard } from './visit'

/** While this stands, the ID card may be taken away for the other card to be put on; that card's number begins the check. */
const useCardRead = ({ consent, stage }: IdentityCheck): void => {
  useEffect(() => {
    expectCard(true)
    return () => expectCard(false)
  }, [])
  useEffect(() => {
    if (stage !== 'consent') return undefined
    const nothing = () => undefined
    return onReader({ read: nothing, removed: nothing, cardRead: consent })
  }, [consent, stage])
}

interface CardOnReaderProps {
  readonly check: IdentityCheck
  readonly card: CardOnWire
  readonly title: string
  /** What it is put on for. */
  readonly purpose: 'release' | 'activate'
  /** What is being done once it was read. */
  readonly busyWords?: string | undefined
  readonly notNow: string
  readonly onBack: () => void
}

/** The card itself is put on the reader: one that is unhooked, or a new one. */
export const CardOnReader = ({ check, card, title, purpose, busyWords, notNow, onBack }: CardOnReaderProps) => {
  const { k } = useKioskCopy()
  useCardRead(check)
  const which = useWhich(card)
  if (check.stage !== 'consent') {
    return (
      <TerminalScreen task title={title}>
        <Result title={busyWords ?? k.check.reading} second={which} picture={<Mark kind="calm" icon="card" />} />
      </TerminalScreen>
    )
  }
  return (
    <TerminalScreen task title={title} onBack={onBack} dock={<ActionButton kind="second" words={notNow} onTap={onBack} />}>
      <Heading words={k.check.put} second={k.check[purpose].next} />
      <View className="sub">{which}</View>
      <Slot words={k.check.slot} icon="card" />
      <View className="body">{k.check[purpose].noCard}</View>
      {sandbox && <PutCardOn />}
    </TerminalScreen>
  )
}
