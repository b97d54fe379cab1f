import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Empty } from '@/components/empty'
import type { DataOf, DisputeOnWire } from '@/contract'
import { useToldCopy } from '@/copy/told'
import { disputable, type Disputable } from '@/domain/words'
import { back, go, replace } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { failureIn } from '../change'
import { citizenRefusals, type CitizenRefusal, type Failure } from '../failure'
import { CitizenScreen } from '../screen/citizen-screen'
import { Problem } from '../screen/problem'
import { Refused } from '../screen/refused'
import { Unsure } from '../screen/unsure'
import { Explain } from './explain'
import { openDisputeOf, stands, type Disputing } from './index'
import { Progress } from './progress'

interface DisputeFlowProps {
  readonly detail: DataOf<'card/get'>
  /** What it is about; '' to see how far it is. */
  readonly about: string
  readonly disputing: Disputing
}

const leave = (): void => void back()

const None = ({ cardId }: { readonly cardId: string }) => {
  const { m } = useToldCopy()
  return (
    <Empty title={m.dispute.none} lines={m.dispute.noneLines}>
      <ActionButton kind="second" icon="list" words={m.dispute.toHistory} onTap={() => void go('history', { cardId })} />
    </Empty>
  )
}

const NotSaid = ({ failure, hotline, onRetry }: { readonly failure: Failure; readonly hotline: string; readonly onRetry: () => void }) => {
  const { t, m } = useToldCopy()
  const refused = citizenRefusals.find((code) => code === failure.code)
  if (refused) return <Refused code={refused} where={failure.details?.where} hotline={hotline} />
  return <Problem failure={failure} hotline={hotline} call={t.call.hotlineAsk} title={m.dispute.failed} second={m.dispute.failedNext} onRetry={onRetry} />
}

/** The newest that is known of it: what was answered just now, unless the card knows better already. */
const shownOf = ({ detail, disputing: { change } }: DisputeFlowProps): DisputeOnWire | undefined => {
  const said = change.phase === 'done' ? change.data.dispute : undefined
  return said && detail.dispute?.disputeId !== said.disputeId ? said : detail.dispute
}

/** Why nothing can be said by whoever looks, as far as it is known before. */
const refusedFrom = ({ detail }: DisputeFlowProps, about: Disputable | undefined): CitizenRefusal | undefined => {
  if (detail.card.holder.relation === 'proxy') return 'holderOnly'
  return about && !openDisputeOf(detail) && !stands(detail, about) ? 'nothingToDispute' : undefined
}

const saidIn = ({ about, disputing: { change } }: DisputeFlowProps): 'now' | 'before' | undefined => {
  if (change.phase === 'done' && !change.data.already) return 'now'
  return about ? 'before' : undefined
}

const Standing = (props: DisputeFlowProps) => {
  const { detail: { card }, disputing: { change, retry } } = props
  const hotline = useHotline(card.city)
  const failure = failureIn(change)
  const dispute = shownOf(props)
  const refused = refusedFrom(props, disputable.find((known) => known === props.about))
  if (change.phase === 'unsure') return <Unsure hotline={hotline} onRetry={retry} onSeeCard={() => void replace('card', { cardId: card.cardId })} />
  if (failure) return <NotSaid failure={failure} hotline={hotline} onRetry={retry} />
  if (change.phase !== 'done' && refused) return <Refused code={refused} hotline={hotline} />
  if (!dispute) return <None cardId={card.cardId} />
  return <Progress card={card} dispute={dispute} said={saidIn(props)} />
}

/** “It wasn't me”: what saying so does and what cannot wait, one button, then how far it is until a counter settles it. */
export const DisputeFlow = (props: DisputeFlowProps) => {
  const { m } = useToldCopy()
  const { detail, disputing: { change, say, reset } } = props
  const about = disputable.find((known) => known === props.about)
  const canSay = about && !openDisputeOf(detail) && !refusedFrom(props, about)
  if (canSay && (change.phase === 'idle' || change.phase === 'sending')) {
    return <Explain detail={detail} about={about} sending={change.phase === 'sending'} onGo={() => say(about)} onBack={leave} />
  }
  return (
    <CitizenScreen task title={m.titles.dispute} onBack={change.phase === 'failed' ? reset : leave}>
      <View className="page-col"><Standing {...props} /></View>
    </CitizenScreen>
  )
}
