import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Choice } from '@/components/choice'
import { Heading } from '@/components/heading'
import { Progress } from '@/components/progress'
import { Mark, Result } from '@/components/result'
import { verificationResults, type CardOnWire, type Subject, type VerificationResult } from '@/contract'
import { useCopy } from '@/copy/context'
import { sandbox } from '@/platform/build'
import type { Flow } from '../flow'
import { CitizenScreen } from '../screen/citizen-screen'
import { Problem } from '../screen/problem'
import { useHotline } from '../banks/use-rules'
import { Consent } from './consent'
import { OtherWays } from './other-ways'

interface CheckScreenProps {
  readonly flow: Flow
  readonly purpose: Subject['purpose']
  readonly card: CardOnWire
  readonly title: string
  readonly steps: number
  readonly onBack: () => void
}

/** In the sandbox there is no camera: whoever tries it chooses what the check will say. */
const Challenge = (props: CheckScreenProps) => {
  const { t } = useCopy()
  const [result, setResult] = useState<VerificationResult>('passed')
  const options = verificationResults.map((value) => ({ value, words: t.identity.sandbox[value] }))
  const dock = <ActionButton words={t.identity.sandboxGo} onTap={() => props.flow.check.complete(result)} />
  return (
    <CitizenScreen task title={props.title} dock={dock} onBack={props.onBack}>
      <Heading words={t.identity.sandboxAsk} />
      <Choice label={t.identity.sandboxAsk} options={options} chosen={result} onChoose={setResult} />
    </CitizenScreen>
  )
}

const Waiting = (props: CheckScreenProps) => {
  const { t } = useCopy()
  const { check } = props.flow
  const asking = check.stage === 'pending'
  const dock = <ActionButton icon="refresh" words={t.identity.askAgain} busyWords={asking ? t.common.busyCheck : undefined} onTap={() => check.complete()} />
  return (
    <CitizenScreen task title={props.title} dock={dock} onBack={props.onBack}>
      <Result title={t.identity.pending} second={t.identity.pendingNext} picture={<Mark kind="todo" icon="clock" />} />
      <OtherWays purpose={props.purpose} card={props.card} />
    </CitizenScreen>
  )
}

const NotPassed = (props: CheckScreenProps) => {
  const { t } = useCopy()
  const hotline = useHotline(props.card.city)
  const { stage, failure, again } = props.flow.check
  const said = stage === 'cancelled' ? { title: t.identity.cancelled, next: t.identity.cancelledNext } : { title: t.identity.failed, next: t.identity.failedNext }
  if (failure) {
    return (
      <CitizenScreen task title={props.title} onBack={props.onBack}>
        <Problem failure={{ ...failure, retryable: true }} hotline={hotline} onRetry={again} />
      </CitizenScreen>
    )
  }
  return (
    <CitizenScreen task title={props.title} dock={<ActionButton icon="refresh" words={t.common.retry} onTap={again} />} onBack={props.onBack}>
      <Result title={said.title} second={said.next} picture={<Mark kind={stage === 'cancelled' ? 'calm' : 'bad'} icon={stage === 'cancelled' ? 'info' : 'warn'} />} />
      <OtherWays purpose={props.purpose} card={props.card} />
    </CitizenScreen>
  )
}

const Agree = (props: CheckScreenProps) => {
  const { t } = useCopy()
  const { flow, purpose, card, title, steps, onBack } = props
  const busyWords = flow.step === 'sending'
    ? (purpose === 'reportLoss' ? t.report.busy : t.release.busy)
    : flow.check.stage === 'consent' ? undefined : t.identity.busy
  const words = sandbox ? t.identity.agreeSandbox : t.identity.agree
  const dock = <ActionButton icon="face" words={words} busyWords={busyWords} onTap={flow.confirm} />
  return (
    <CitizenScreen task title={title} dock={dock} onBack={onBack}>
      <View className="page-col">
        <Progress at={2} of={steps} words={t.common.step(2, steps)} />
        <Consent purpose={purpose} card={card} />
      </View>
    </CitizenScreen>
  )
}

/** Who is acting: consent of its own, then the check, and what to do when it does not pass. */
export const CheckScreen = (props: CheckScreenProps) => {
  switch (props.flow.check.stage) {
    case 'challenge': return <Challenge {...props} />
    case 'pending':
    case 'unanswered': return <Waiting {...props} />
    case 'failed':
    case 'cancelled':
    case 'broken': return <NotPassed {...props} />
    case 'consent':
    case 'beginning':
    case 'completing':
    case 'passed': return <Agree {...props} />
  }
}
