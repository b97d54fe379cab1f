import { View } from '@tarojs/components'
import { MiniCard } from '@/components/card-object'
import { facesOf } from '@/components/face'
import { Result } from '@/components/result'
import type { CardOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import type { RefusalCode } from '@/domain/decision'
import type { ShownState } from '@/domain/words'
import { back } from '@/platform/navigation'
import { lacksConsent } from '../card/to-family'
import { actionOf } from '../card/actions'
import { CheckScreen } from '../identity'
import { ReissueRefused } from '../reissue/refused'
import { CitizenScreen } from '../screen/citizen-screen'
import type { PasswordSetting } from '../service-password'
import { Digits } from '../service-password/digits'
import { Explain } from './explain'
import { Done, NotActivated, Onward, Unsure } from './outcome'

interface ActivationFlowProps {
  readonly card: CardOnWire
  readonly activation: PasswordSetting
}

const steps = 3
const leave = (): void => void back()

const refusals: Partial<Record<ShownState, RefusalCode>> = {
  locked: 'cardLocked', cancelled: 'cardCancelled', temporarilyLost: 'lossReportedHere', formallyLost: 'lossReportedHere', beingReissued: 'reissueAlreadyAccepted',
}

/** Why it cannot be activated by whoever looks, as far as it is known before. */
const refusedFrom = (card: CardOnWire): RefusalCode | undefined => {
  // with it goes a password, which is nobody's but the holder's
  if (card.holder.relation === 'proxy' && card.socialSecurity.state === 'notActivated') return 'holderOnly'
  if (lacksConsent(card)) return 'guardianConsentNeeded'
  if (actionOf(card, 'reportLoss').reason === 'minorNeedsGuardian') return 'minorNeedsGuardian'
  return refusals[card.socialSecurity.state]
}

/** Its social security function works: what is left is the bank's, or nothing. */
const Works = ({ card }: { readonly card: CardOnWire }) => {
  const { n: { activation: said } } = useOrderCopy()
  const half = card.financial.state === 'notActivated'
  return (
    <View className="page-col">
      <Result title={half ? said.done : said.both} second={half ? said.halfNext : said.bothNext} picture={<MiniCard faces={facesOf(card)} />} />
      <Onward card={card} />
    </View>
  )
}

const Ended = ({ card, activation: { step, failure, answer, goTo, retry } }: ActivationFlowProps) => {
  const { n: { titles } } = useOrderCopy()
  return (
    <CitizenScreen task title={titles.activation} onBack={step === 'failed' ? () => goTo('explain') : leave}>
      {step === 'done' && <Done card={answer?.card ?? card} already={answer !== undefined && 'already' in answer && answer.already} />}
      {step === 'unsure' && <Unsure card={card} onRetry={retry} />}
      {step === 'failed' && failure && <NotActivated card={card} failure={failure} onRetry={retry} />}
    </CitizenScreen>
  )
}

/** What is seen before anything was begun: why not, that it works, or how. */
const Before = ({ card, activation: { goTo } }: ActivationFlowProps) => {
  const { n: { titles } } = useOrderCopy()
  const code = refusedFrom(card)
  if (!code && card.socialSecurity.state === 'notActivated') return <Explain card={card} steps={steps} onGo={() => goTo('check')} />
  return (
    <CitizenScreen task title={titles.activation} onBack={leave}>
      {code ? <ReissueRefused code={code} card={card} /> : <Works card={card} />}
    </CitizenScreen>
  )
}

/** Activating a new card: which half where, the check, the password twice, and what came of it. */
export const ActivationFlow = (props: ActivationFlowProps) => {
  const { n: { titles, activation: said } } = useOrderCopy()
  const { card, activation } = props
  const toExplain = () => activation.goTo('explain')
  switch (activation.step) {
    case 'explain': return <Before {...props} />
    case 'check': return <CheckScreen check={activation.check} title={titles.activation} words={said.check} card={card} progress={{ at: 2, of: steps }} newCard={{ notNow: said.notNow }} onBack={toExplain} />
    case 'digits': return <Digits setting={activation} title={titles.activation} words={said} at={steps} onBack={toExplain} />
    case 'unsure':
    case 'failed':
    case 'done': return <Ended {...props} />
  }
}
