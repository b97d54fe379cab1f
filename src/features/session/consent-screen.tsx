import { useEffect, useState } from 'react'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Link } from '@/components/link'
import { Notice } from '@/components/notice'
import { Summary } from '@/components/summary'
import { useIdentityCopy } from '@/copy/identity'
import { ConsentButton } from '@/platform/consent-button'
import { go } from '@/platform/navigation'
import { needsPrivacyConsent, openPrivacyNotice } from '@/platform/privacy'
import type { Failure } from '../failure'
import { Screen } from '../screen/screen'

/** Whether the platform wants its own notice agreed to as well; then its own kind of button asks for both. */
const usePlatformNotice = (): boolean => {
  const [needed, setNeeded] = useState(false)
  useEffect(() => {
    let here = true
    void needsPrivacyConsent().then((answer) => here && setNeeded(answer))
    return () => {
      here = false
    }
  }, [])
  return needed
}

interface AgreeProps {
  readonly byPlatform: boolean
  readonly busy: boolean
  readonly onAgree: () => void
}

const Agree = ({ byPlatform, busy, onAgree }: AgreeProps) => {
  const { i } = useIdentityCopy()
  return byPlatform && !busy
    ? <ConsentButton words={i.consent.agree} onAgree={onAgree} />
    : <ActionButton words={i.consent.agree} busyWords={busy ? i.signIn.entering : undefined} onTap={onAgree} />
}

interface ConsentScreenProps {
  readonly busy: boolean
  readonly failure: Failure | undefined
  readonly onAgree: () => void
  readonly onRefuse: () => void
}

/** What is kept, why and how long, before anything is; refusing leads back to what needs nobody's name. */
export const ConsentScreen = ({ busy, failure, onAgree, onRefuse }: ConsentScreenProps) => {
  const { t, i } = useIdentityCopy()
  const byPlatform = usePlatformNotice()
  const dock = (
    <>
      <Agree byPlatform={byPlatform} busy={busy} onAgree={onAgree} />
      <ActionButton kind="plain" words={i.consent.refuse} onTap={onRefuse} />
    </>
  )
  return (
    <Screen task title={t.screens.signIn} dock={dock} onBack={onRefuse}>
      <Heading words={i.consent.title} second={i.consent.second} />
      {failure && <Notice kind="bad" title={i.signIn.failed}>{i.signIn.failedNext}</Notice>}
      <Summary rows={i.consent.points} />
      <Link words={i.consent.all} onTap={() => void go('privacy')} />
      {byPlatform && <Link words={t.who.platform.read} onTap={openPrivacyNotice} />}
    </Screen>
  )
}
