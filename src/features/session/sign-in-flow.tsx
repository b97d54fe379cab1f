import { useState } from 'react'
import { useCopy } from '@/copy/context'
import { cloudCalls, sandbox } from '@/platform/build'
import { back, goHome, replace } from '@/platform/navigation'
import { Screen } from '../screen/screen'
import { ConsentScreen } from './consent-screen'
import { DemoCitizens } from './demo-citizens'
import { useSession } from './index'
import { isBound } from './store'
import { useSignIn } from './use-sign-in'

/** Inside WeChat's cloud the platform says who calls, so that no one can be played there. */
const plays = sandbox && !cloudCalls

const leave = (): void => void back()

/** On to where one was going; a person we do not know yet says first who they are. */
const goOn = (): void => void (isBound() ? back() : replace('bind'))

/** Consent first; then whoever holds the phone, or in the sandbox a demo citizen. */
export const SignInFlow = () => {
  const { t } = useCopy()
  const { status } = useSession()
  const [before] = useState(status)
  const [agreed, setAgreed] = useState(status === 'signedIn')
  const { busy, failure, enter } = useSignIn()
  const agree = () => {
    if (plays) setAgreed(true)
    else void enter().then((entered) => entered && goOn())
  }
  if (!plays || !agreed) return <ConsentScreen busy={busy} failure={failure} onAgree={agree} onRefuse={leave} />
  // another citizen than before: what lies below is no longer theirs
  const done = () => (before === 'signedIn' && isBound() ? void goHome() : goOn())
  return <Screen task title={t.screens.signIn} onBack={leave}><DemoCitizens onSignedIn={done} /></Screen>
}
