import { useState, type ComponentType } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Choice } from '@/components/choice'
import { Heading } from '@/components/heading'
import { Progress } from '@/components/progress'
import { Mark, Result } from '@/components/result'
import { verificationResults, type VerificationResult } from '@/contract'
import { useIdentityCopy } from '@/copy/identity'
import { sandbox } from '@/platform/build'
import { CitizenScreen } from '../screen/citizen-screen'
import type { CheckStage } from './check'
import { Consent } from './consent'
import { NotPassed } from './not-passed'
import { OtherWays } from './other-ways'
import type { CheckScreenProps } from './screen-props'

/** In the sandbox there is no camera: whoever tries it chooses what the check will say. */
const Played = ({ check, title, onBack }: CheckScreenProps) => {
  const { i } = useIdentityCopy()
  const [result, setResult] = useState<VerificationResult>('passed')
  const options = verificationResults.map((value) => ({ value, words: i.check.sandbox[value] }))
  const dock = <ActionButton words={i.check.sandboxGo} onTap={() => check.complete(result)} />
  return (
    <CitizenScreen task title={title} dock={dock} onBack={onBack}>
      <Heading words={i.check.sandboxAsk} />
      <Choice label={i.check.sandboxAsk} options={options} chosen={result} onChoose={setResult} />
    </CitizenScreen>
  )
}

/** No result yet: the platform is looking at the face, or its answer is on the way. */
const Waiting = ({ check, title, words, card, need, onBack }: CheckScreenProps) => {
  const { t, i } = useIdentityCopy()
  const meeting = check.stage === 'meeting'
  const said = meeting
    ? { title: i.check.meeting[check.provider === 'alipay' ? 'alipay' : 'wechat'], second: i.check.meetingNext, go: i.check.meetingDone }
    : { title: i.check.pending, second: i.check.pendingNext, go: i.check.askAgain }
  const busyWords = check.stage === 'pending' ? t.common.busyCheck : undefined
  const dock = <ActionButton icon="refresh" kind={meeting ? 'second' : 'primary'} words={said.go} busyWords={busyWords} onTap={() => check.complete()} />
  return (
    <CitizenScreen task title={title} dock={dock} onBack={onBack}>
      <Result title={said.title} second={said.second} picture={<Mark kind={meeting ? 'calm' : 'todo'} icon={meeting ? 'face' : 'clock'} />} />
      <OtherWays words={words} card={card} need={need} />
    </CitizenScreen>
  )
}

const Agree = ({ check, title, words, card, need, progress, busyWords, onBack }: CheckScreenProps) => {
  const { t, i } = useIdentityCopy()
  const checking = check.stage === 'consent' ? undefined : i.check.busy
  const dock = <ActionButton icon="face" words={sandbox ? i.check.agreeSandbox : i.check.agree} busyWords={busyWords ?? checking} onTap={check.consent} />
  return (
    <CitizenScreen task title={title} dock={dock} onBack={onBack}>
      <View className="page-col">
        {progress && <Progress {...progress} words={t.common.step(progress.at, progress.of)} />}
        <Consent words={words} card={card} need={need} />
      </View>
    </CitizenScreen>
  )
}

const screens = {
  consent: Agree, beginning: Agree, challenge: Played, meeting: Waiting, completing: Agree, passed: Agree,
  pending: Waiting, unanswered: Waiting, failed: NotPassed, cancelled: NotPassed, expired: NotPassed, unsupported: NotPassed, broken: NotPassed,
} as const satisfies Record<CheckStage, ComponentType<CheckScreenProps>>

/**
 * Every screen of an identity check: consent of its own, then the check, and what to do when it does not pass. For any subject:
 *
 *     const check = useIdentityCheck(useMemo(() => ({ purpose: 'exportData' }), []), (verificationId) => exportNow(verificationId))
 *     return <CheckScreen check={check} title={…} words={{ why: …, use: … }} onBack={…} />
 *
 * It is a whole page. Once passed it shows `busyWords` on its button, until the page shows what came of it.
 */
export const FaceCheck = (props: CheckScreenProps) => {
  const Shown = screens[props.check.stage]
  return <Shown {...props} />
}
