import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Cell } from '@/components/cell'
import { Dialog } from '@/components/dialog'
import { Link } from '@/components/link'
import { Saying } from '@/components/saying'
import type { ChildOnWire } from '@/contract'
import { useFamilyCopy } from '@/copy/family'
import { useRules } from '../banks/use-rules'
import { failureIn, isOpen } from '../change'
import { NotDone } from '../not-done'
import { privacyNotice } from '../privacy/notice'
import { CardCell } from './card-cell'
import type { Consent } from './index'
import { saidDay } from './said-day'

interface ChildrenProps {
  readonly list: readonly ChildOnWire[]
  readonly consent: Consent
  /** A child's guardian wants to read what they are to agree to. */
  readonly onAsk: (childId: string) => void
}

const TakeBack = ({ child: { childId }, consent: { change, start, retry, reset } }: { readonly child: ChildOnWire; readonly consent: Consent }) => {
  const { f } = useFamilyCopy()
  const [asking, setAsking] = useState(false)
  const mine = change.phase !== 'idle' && change.request.childId === childId
  const open = isOpen(change)
  const ask = () => {
    reset()
    setAsking(true)
  }
  const close = () => setAsking(false)
  const takeBack = () => start({ childId, agreed: false, notice: privacyNotice })
  return (
    <View>
      <Link words={f.family.consent.takeBack} onTap={ask} />
      {mine && <NotDone failure={failureIn(change)} title={f.consent.failed} onRetry={retry} />}
      {asking && change.phase !== 'failed' && (
        <Dialog question={f.consent.takeBackAsk} words={change.phase === 'unsure' ? f.lost.title : f.consent.takeBackWords} onClose={close}>
          <ActionButton kind="danger" words={f.consent.takeBackYes} busyWords={open ? f.consent.busy : undefined} onTap={takeBack} />
          <ActionButton kind="plain" words={f.consent.takeBackNo} onTap={close} />
        </Dialog>
      )}
    </View>
  )
}

const Child = ({ child, consent, onAsk }: Omit<ChildrenProps, 'list'> & { readonly child: ChildOnWire }) => {
  const { f } = useFamilyCopy()
  const { minors } = useRules()
  const day = saidDay(child.endsOn, f)
  const age = minors.handlingAge.value
  if (child.ended) return <Saying title={child.maskedName} words={f.family.ended(age, day)} />
  return (
    <View className="sheet">
      <View className="kin">
        <View className="bold">{child.maskedName}</View>
        <View className="sub">{f.family.ends(age, day)}</View>
        {child.consent === 'given' && <View className="sub">{f.family.consent.given}</View>}
        {child.consent === 'given' && <TakeBack child={child} consent={consent} />}
      </View>
      {child.consent === 'needed' && (
        <Cell icon="bang" title={f.family.consent.needed} second={f.family.consent.neededSecond(minors.privacyAge.value)} onTap={() => onAsk(child.childId)} />
      )}
      {child.cards.map((cardId) => <CardCell key={cardId} cardId={cardId} />)}
    </View>
  )
}

/** The children in one's care, how the consent for each stands, and their cards one tap away. */
export const Children = ({ list, ...rest }: ChildrenProps) => {
  const { f } = useFamilyCopy()
  if (list.length === 0) return <Saying title={f.family.noChildren} words={f.family.noChildrenLines} />
  return <>{list.map((child) => <Child key={child.childId} child={child} {...rest} />)}</>
}
