import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Dialog } from '@/components/dialog'
import { Saying } from '@/components/saying'
import { Tap } from '@/components/tap'
import type { GrantOnWire } from '@/contract'
import { useFamilyCopy, type FamilyCopy } from '@/copy/family'
import { failureIn, isOpen } from '../change'
import { NotDone, NowSo } from '../not-done'
import { CardCell } from './card-cell'
import { useRevoke } from './index'
import { saidLastDay } from './said-day'

/** Whose side of a grant is shown: the cardholder's, or the proxy's, to whom the card is one tap away. */
type Side = 'proxies' | 'actingFor'

const wordsOf = ({ family }: FamilyCopy) => ({
  proxies: { ...family.revoke, none: family.noProxies, noneWords: family.noProxiesLines },
  actingFor: { ...family.giveBack, none: family.noActing, noneWords: family.noActingLines },
}) as const satisfies Record<Side, object>

interface GrantProps {
  readonly side: Side
  readonly grant: GrantOnWire
  readonly onStop: () => void
}

const Grant = ({ side, grant: { cardId, maskedName, maskedNumber, purpose, until }, onStop }: GrantProps) => {
  const { t, f } = useFamilyCopy()
  const what = f.purposes[purpose]
  const { stop, label } = wordsOf(f)[side]
  return (
    <View className="sheet">
      <View className="kin">
        <View className="bold">{f.family.does(maskedName, what)}</View>
        <View className="sub">{f.family.forCard(t.words.tail(maskedNumber.slice(-4)), saidLastDay(until, f))}</View>
        <Tap className="link" label={label(maskedName, what)} onTap={onStop}><View>{stop}</View></Tap>
      </View>
      {side === 'actingFor' && <CardCell cardId={cardId} />}
    </View>
  )
}

interface StopDialogProps {
  readonly side: Side
  readonly grant: GrantOnWire
  readonly revoke: ReturnType<typeof useRevoke>
  readonly onClose: () => void
}

const StopDialog = ({ side, grant: { cardId, grantId, maskedName }, revoke: { change, start }, onClose }: StopDialogProps) => {
  const { f } = useFamilyCopy()
  const { ask, words, yes, no } = wordsOf(f)[side]
  const busyWords = isOpen(change) ? f.family.stopping : undefined
  return (
    <Dialog question={ask(maskedName)} words={change.phase === 'unsure' ? f.lost.title : words} onClose={onClose}>
      <ActionButton kind="danger" words={yes} busyWords={busyWords} onTap={() => start({ cardId, grantId })} />
      <ActionButton kind="plain" words={no} onTap={onClose} />
    </Dialog>
  )
}

/** Grants in force, as one side sees them; each is stopped by either side in two taps. */
export const GrantList = ({ side, grants }: { readonly side: Side; readonly grants: readonly GrantOnWire[] }) => {
  const { f } = useFamilyCopy()
  const revoke = useRevoke()
  const { change, retry, reset } = revoke
  const [asked, setAsked] = useState<GrantOnWire>()
  const { none, noneWords, done } = wordsOf(f)[side]
  const ask = (grant: GrantOnWire) => {
    reset()
    setAsked(grant)
  }
  const isAsking = change.phase === 'idle' || isOpen(change)
  return (
    <>
      <NowSo words={change.phase === 'done' ? done : undefined} />
      <NotDone failure={failureIn(change)} title={f.leave.failed} onRetry={retry} />
      {grants.length === 0 && <Saying title={none} words={noneWords} />}
      {grants.map((grant) => <Grant key={grant.grantId} side={side} grant={grant} onStop={() => ask(grant)} />)}
      {asked && isAsking && <StopDialog side={side} grant={asked} revoke={revoke} onClose={() => setAsked(undefined)} />}
    </>
  )
}
