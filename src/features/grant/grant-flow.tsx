import type { CardOnWire } from '@/contract'
import { useFamilyCopy } from '@/copy/family'
import { back } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { actionOf } from '../card/actions'
import { CheckScreen } from '../identity'
import { CitizenScreen } from '../screen/citizen-screen'
import { Refused } from '../screen/refused'
import { useSettings } from '../settings'
import { AskAll, AskOne } from './ask'
import { Confirm } from './confirm'
import { parts, type Part } from './draft'
import type { Granting } from './index'
import { Done, NotGranted, Unsure } from './outcome'

interface GrantFlowProps {
  readonly card: CardOnWire
  readonly granting: Granting
}

/** Why nobody can be named for this card by whoever asks, as far as it is known before. */
const refusedFrom = (card: CardOnWire) => {
  if (card.holder.relation !== 'cardholder') return 'holderOnly'
  return actionOf(card, 'reportLoss').reason === 'minorNeedsGuardian' ? 'minorNeedsGuardian' : undefined
}

const Ended = ({ card, granting: { change, grant, step, retry } }: GrantFlowProps) => {
  const { f } = useFamilyCopy()
  const hotline = useHotline(card.city)
  const failure = change.phase === 'failed' ? change.failure : undefined
  return (
    <CitizenScreen task title={f.titles.grant} onBack={() => void back()}>
      {grant && <Done grant={grant} />}
      {step === 'unsure' && <Unsure hotline={hotline} onRetry={retry} />}
      {failure && <NotGranted failure={failure} hotline={hotline} onRetry={retry} />}
    </CitizenScreen>
  )
}

const Asking = ({ card, granting, part }: GrantFlowProps & { readonly part: Part }) => {
  const { mode } = useSettings()
  const before = parts[parts.indexOf(part) - 1]
  const leave = () => void back()
  return mode === 'elder'
    ? <AskOne card={card} granting={granting} part={part} onBack={() => (before ? granting.goTo(before) : leave())} />
    : <AskAll card={card} granting={granting} onBack={leave} />
}

const Check = ({ card, granting: { check, change, goTo }, of }: GrantFlowProps & { readonly of: number }) => {
  const { f } = useFamilyCopy()
  const busyWords = change.phase === 'sending' ? f.grant.busy : undefined
  return (
    <CheckScreen
      check={check}
      title={f.titles.grant}
      words={f.grant.check}
      card={card}
      progress={{ at: of, of }}
      busyWords={busyWords}
      onBack={() => goTo('confirm')}
    />
  )
}

/** Naming a proxy: what for, who, until when, once more, the check of the cardholder, and what came of it. */
export const GrantFlow = (props: GrantFlowProps) => {
  const { f } = useFamilyCopy()
  const { mode } = useSettings()
  const { card, granting } = props
  const { step, goTo } = granting
  const refused = refusedFrom(card)
  const hotline = useHotline(card.city)
  const of = mode === 'elder' ? parts.length + 2 : 3
  if (refused) return <CitizenScreen task title={f.titles.grant} onBack={() => void back()}><Refused code={refused} hotline={hotline} /></CitizenScreen>
  switch (step) {
    case 'purpose':
    case 'who':
    case 'until': return <Asking {...props} part={step} />
    case 'confirm': return <Confirm card={card} granting={granting} at={of - 1} of={of} onBack={() => goTo(mode === 'elder' ? 'until' : 'purpose')} />
    case 'check': return <Check {...props} of={of} />
    case 'unsure':
    case 'failed':
    case 'done': return <Ended {...props} />
  }
}
