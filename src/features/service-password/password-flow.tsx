import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Points } from '@/components/points'
import { Progress } from '@/components/progress'
import type { CardOnWire } from '@/contract'
import { useToldCopy } from '@/copy/told'
import { back } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { actionOf } from '../card/actions'
import { lacksConsent } from '../card/to-family'
import { useWhich } from '../card/use-holder'
import type { CitizenRefusal } from '../failure'
import { CheckScreen } from '../identity'
import { CitizenScreen } from '../screen/citizen-screen'
import { Refused } from '../screen/refused'
import { Digits } from './digits'
import type { PasswordSetting } from './index'
import { Done, NotSet, Unsure } from './outcome'

interface PasswordFlowProps {
  readonly card: CardOnWire
  readonly setting: PasswordSetting
}

const steps = 3
const leave = (): void => void back()

/** Why no password can be set by whoever looks, as far as it is known before. */
const refusedFrom = (card: CardOnWire): CitizenRefusal | undefined => {
  if (card.holder.relation === 'proxy') return 'holderOnly'
  if (lacksConsent(card)) return 'guardianConsentNeeded'
  if (card.socialSecurity.state === 'cancelled') return 'cardCancelled'
  return actionOf(card, 'reportLoss').reason === 'minorNeedsGuardian' ? 'minorNeedsGuardian' : undefined
}

/** What it is for, before anyone is checked. */
const Explain = ({ card, setting: { goTo } }: PasswordFlowProps) => {
  const { t, m } = useToldCopy()
  const hotline = useHotline(card.city)
  const dock = (
    <>
      <ActionButton words={m.password.go} onTap={() => goTo('check')} />
      <ActionButton kind="plain" words={m.password.notNow} onTap={leave} />
    </>
  )
  return (
    <CitizenScreen task title={m.titles.servicePassword} dock={dock} onBack={leave}>
      <Progress at={1} of={steps} words={t.common.step(1, steps)} />
      <Heading words={m.password.title} second={useWhich(card)} />
      <Points icon="phone" title={m.password.use} points={m.password.usePoints(hotline)} />
      <View className="body">{m.password.forgotten}</View>
    </CitizenScreen>
  )
}

const Ended = ({ card, setting: { step, failure, goTo, retry } }: PasswordFlowProps) => {
  const { m } = useToldCopy()
  const hotline = useHotline(card.city)
  return (
    <CitizenScreen task title={m.titles.servicePassword} onBack={step === 'failed' ? () => goTo('explain') : leave}>
      {step === 'done' && <Done card={card} hotline={hotline} />}
      {step === 'unsure' && <Unsure hotline={hotline} onRetry={retry} />}
      {step === 'failed' && failure && <NotSet failure={failure} hotline={hotline} onRetry={retry} />}
    </CitizenScreen>
  )
}

/** Setting the password of the phone line: what it is for, the check, six digits twice, and what came of it. */
export const PasswordFlow = (props: PasswordFlowProps) => {
  const { m } = useToldCopy()
  const { card, setting } = props
  const { goTo } = setting
  const hotline = useHotline(card.city)
  const refused = refusedFrom(card)
  if (refused) return <CitizenScreen task title={m.titles.servicePassword} onBack={leave}><Refused code={refused} hotline={hotline} /></CitizenScreen>
  switch (setting.step) {
    case 'explain': return <Explain {...props} />
    case 'check': return (
      <CheckScreen
        check={setting.check}
        title={m.titles.servicePassword}
        words={m.password.check}
        card={card}
        progress={{ at: 2, of: steps }}
        onBack={() => goTo('explain')}
      />
    )
    case 'digits': return <Digits setting={setting} title={m.titles.servicePassword} words={m.password} at={steps} onBack={() => goTo('explain')} />
    case 'unsure':
    case 'failed':
    case 'done': return <Ended {...props} />
  }
}
