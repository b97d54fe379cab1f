import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Dialog } from '@/components/dialog'
import { Saying } from '@/components/saying'
import { Tap } from '@/components/tap'
import type { GrantOnWire } from '@/contract'
import { useFamilyCopy } from '@/copy/family'
import { failureIn, isOpen } from '../change'
import { NotDone, NowSo } from '../not-done'
import { useRevoke } from './index'
import { NameProxy } from './name-proxy'
import { saidLastDay } from './said-day'

interface ProxyProps {
  readonly grant: GrantOnWire
  readonly onRevoke: () => void
}

const Proxy = ({ grant: { maskedName, maskedNumber, purpose, until }, onRevoke }: ProxyProps) => {
  const { t, f } = useFamilyCopy()
  const what = f.purposes[purpose]
  return (
    <View className="kin">
      <View className="bold">{f.family.does(maskedName, what)}</View>
      <View className="sub">{f.family.forCard(t.words.tail(maskedNumber.slice(-4)), saidLastDay(until, f))}</View>
      <Tap className="link" label={f.family.revokeLabel(maskedName, what)} onTap={onRevoke}><View>{f.family.revoke}</View></Tap>
    </View>
  )
}

const List = ({ grants, onRevoke }: { readonly grants: readonly GrantOnWire[]; readonly onRevoke: (grant: GrantOnWire) => void }) => {
  const { f } = useFamilyCopy()
  if (grants.length === 0) return <Saying title={f.family.noProxies} words={f.family.noProxiesLines} />
  return <View className="sheet">{grants.map((grant) => <Proxy key={grant.grantId} grant={grant} onRevoke={() => onRevoke(grant)} />)}</View>
}

/** Who acts for oneself, each stopped in two taps, and how to name another. */
export const Proxies = ({ grants, atMost }: { readonly grants: readonly GrantOnWire[]; readonly atMost: number }) => {
  const { f } = useFamilyCopy()
  const { change, start, retry, reset } = useRevoke()
  const [asked, setAsked] = useState<GrantOnWire>()
  const ask = (grant: GrantOnWire) => {
    reset()
    setAsked(grant)
  }
  const close = () => setAsked(undefined)
  const isAsking = change.phase === 'idle' || isOpen(change)
  return (
    <View className="page-col">
      <NowSo words={change.phase === 'done' ? f.family.revoked : undefined} />
      <NotDone failure={failureIn(change)} title={f.leave.failed} onRetry={retry} />
      <List grants={grants} onRevoke={ask} />
      <NameProxy />
      <View className="sub">{f.family.atMost(atMost)}</View>
      {asked && isAsking && (
        <Dialog question={f.family.revokeAsk(asked.maskedName)} words={change.phase === 'unsure' ? f.lost.title : f.family.revokeWords} onClose={close}>
          <ActionButton kind="danger" words={f.family.revokeYes} busyWords={isOpen(change) ? f.family.revokeBusy : undefined} onTap={() => start({ cardId: asked.cardId, grantId: asked.grantId })} />
          <ActionButton kind="plain" words={f.family.revokeNo} onTap={close} />
        </Dialog>
      )}
    </View>
  )
}
