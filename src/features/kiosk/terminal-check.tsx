import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Mark, Result } from '@/components/result'
import { Summary } from '@/components/summary'
import { useKioskCopy } from '@/copy/kiosk'
import { sandbox } from '@/platform/build'
import { onReader } from '@/platform/kiosk/reader'
import { useHotline, useRules } from '../banks/use-rules'
import { useWhich } from '../card/use-holder'
import type { IdentityCheck } from '../identity'
import type { CheckStepProps } from '../screen/plain-check-step'
import { Problem } from '../screen/problem'
import { PutCardOn } from './demo'
import { Slot } from './slot'
import { TerminalScreen } from './terminal-screen'
import { expectCard } from './visit'

/** The ID card has been read already: one tap that says what it does. */
const Report = ({ flow, card, title, onBack }: CheckStepProps) => {
  const { t, k } = useKioskCopy()
  const { release } = useRules(card.city)
  const where = t.words.either(release.value.terminal.channels.map((channel) => t.words.channel[channel]))
  const isBusy = flow.check.stage !== 'consent'
  const rows = [{ label: k.check.which, value: useWhich(card) }, { label: k.check.undo, value: k.check.undoValue(where) }]
  const dock = (
    <>
      <ActionButton words={k.check.go} busyWords={isBusy ? t.report.busy : undefined} onTap={() => flow.confirm()} />
      {!isBusy && <ActionButton kind="plain" words={t.report.notNow} onTap={onBack} />}
    </>
  )
  return (
    <TerminalScreen task title={title} dock={dock} onBack={isBusy ? undefined : onBack}>
      <Heading words={k.check.report} second={k.check.reportNext} />
      <Summary rows={rows} />
    </TerminalScreen>
  )
}

/** While this stands, the ID card may be taken away for the other card to be put on; that card's number begins the check. */
const useCardRead = ({ consent, stage }: IdentityCheck): void => {
  useEffect(() => {
    expectCard(true)
    return () => expectCard(false)
  }, [])
  useEffect(() => {
    if (stage !== 'consent') return undefined
    const nothing = () => undefined
    return onReader({ read: nothing, removed: nothing, cardRead: consent })
  }, [consent, stage])
}

/** A report made in person is released by the card itself, put on the reader. */
const Release = ({ flow, card, title, onBack }: CheckStepProps) => {
  const { t, k } = useKioskCopy()
  useCardRead(flow.check)
  const which = useWhich(card)
  if (flow.check.stage !== 'consent') {
    return (
      <TerminalScreen task title={title}>
        <Result title={flow.step === 'sending' ? t.release.busy : k.check.reading} second={which} picture={<Mark kind="calm" icon="card" />} />
      </TerminalScreen>
    )
  }
  return (
    <TerminalScreen task title={title} onBack={onBack} dock={<ActionButton kind="second" words={t.release.notNow} onTap={onBack} />}>
      <Heading words={k.check.release} second={k.check.releaseNext} />
      <View className="sub">{which}</View>
      <Slot words={k.check.slot} icon="card" />
      <View className="body">{k.check.noCard}</View>
      {sandbox && <PutCardOn />}
    </TerminalScreen>
  )
}

/** It did not pass, or nobody knows yet: what that means, and one more try. */
const NotPassed = ({ flow: { check }, card, title, onBack }: CheckStepProps) => {
  const { t, k } = useKioskCopy()
  const hotline = useHotline(card.city)
  if (check.stage === 'broken' && check.failure) {
    return (
      <TerminalScreen task title={title} onBack={onBack}>
        <Problem failure={{ ...check.failure, retryable: true }} hotline={hotline} onRetry={check.again} />
      </TerminalScreen>
    )
  }
  const isOpen = check.stage === 'pending' || check.stage === 'unanswered'
  const dock = isOpen
    ? <ActionButton icon="refresh" words={t.unsure.ask} busyWords={check.stage === 'pending' ? t.common.busyCheck : undefined} onTap={() => check.complete()} />
    : <ActionButton words={k.check.again} onTap={check.again} />
  return (
    <TerminalScreen task title={title} dock={dock} onBack={onBack}>
      <Result
        title={isOpen ? k.check.pending : k.check.wrong}
        second={isOpen ? k.check.pendingNext : k.check.wrongNext}
        picture={<Mark kind={isOpen ? 'todo' : 'bad'} icon={isOpen ? 'clock' : 'warn'} />}
      />
    </TerminalScreen>
  )
}

const underway: readonly IdentityCheck['stage'][] = ['consent', 'beginning', 'completing', 'passed']

/** How it is made sure who acts at a terminal: by the ID card that was read, never by a face. */
export const TerminalCheck = (props: CheckStepProps) => {
  if (!underway.includes(props.flow.check.stage)) return <NotPassed {...props} />
  return props.purpose === 'reportLoss' ? <Report {...props} /> : <Release {...props} />
}
