import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Link } from '@/components/link'
import { Notice } from '@/components/notice'
import { Summary } from '@/components/summary'
import type { ChildOnWire } from '@/contract'
import { useFamilyCopy } from '@/copy/family'
import { go } from '@/platform/navigation'
import { useRules } from '../banks/use-rules'
import { failureIn, isOpen } from '../change'
import { NotDone } from '../not-done'
import { privacyNotice } from '../privacy/notice'
import { saidSpan } from '../privacy/said-span'
import { CitizenScreen } from '../screen/citizen-screen'
import type { Consent } from './index'

interface ConsentScreenProps {
  readonly child: ChildOnWire
  readonly consent: Consent
  readonly onBack: () => void
}

/** What a guardian agrees to for a child under the privacy law's age: asked by itself, with what, why and how long. */
export const ConsentScreen = ({ child, consent: { change, start, retry }, onBack }: ConsentScreenProps) => {
  const { f } = useFamilyCopy()
  const { privacyAge } = useRules().minors
  const said = f.consent
  const agree = () => start({ childId: child.childId, agreed: true, notice: privacyNotice })
  const rows = [
    { label: said.what, value: said.whatValue },
    { label: said.why, value: said.whyValue },
    { label: said.how, value: said.howValue(saidSpan('consent', f)) },
    { label: said.who, value: said.whoValue },
  ]
  const dock = (
    <>
      <ActionButton words={said.agree} busyWords={isOpen(change) ? said.busy : undefined} onTap={agree} />
      <ActionButton kind="plain" words={said.not} onTap={onBack} />
    </>
  )
  return (
    <CitizenScreen task title={f.titles.family} dock={dock} onBack={onBack}>
      <Heading words={said.title(child.maskedName)} second={said.second(privacyAge.value)} />
      <Summary rows={rows} />
      <View className="body">{said.free}</View>
      <Link words={said.more} onTap={() => void go('privacy')} />
      {change.phase === 'unsure' && <Notice kind="todo" icon="clock" title={f.lost.title}>{f.lost.next}</Notice>}
      <NotDone failure={failureIn(change)} title={said.failed} onRetry={retry} />
    </CitizenScreen>
  )
}
