import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import { Summary } from '@/components/summary'
import { useKioskCopy } from '@/copy/kiosk'
import { useRules } from '../banks/use-rules'
import { useWhich } from '../card/use-holder'
import type { CheckStepProps } from '../screen/plain-check-step'
import { CardOnReader } from './card-on-reader'
import { isOpenOrFailed, NotChecked } from './not-checked'
import { TerminalScreen } from './terminal-screen'

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
      <Heading words={k.check.report} second={k.check.read} />
      <Summary rows={rows} />
    </TerminalScreen>
  )
}

/** A report made in person is released by the card itself. */
const Release = ({ flow, ...props }: CheckStepProps) => {
  const { t } = useKioskCopy()
  return <CardOnReader {...props} check={flow.check} purpose="release" busyWords={flow.step === 'sending' ? t.release.busy : undefined} notNow={t.release.notNow} />
}

/** How it is made sure who acts at a terminal: by the ID card that was read, never by a face. */
export const TerminalCheck = (props: CheckStepProps) => {
  const { k } = useKioskCopy()
  const { flow: { check }, card, title, onBack } = props
  if (isOpenOrFailed(check)) return <NotChecked check={check} city={card.city} title={title} wrong={k.check.release.wrong} onBack={onBack} />
  return props.purpose === 'reportLoss' ? <Report {...props} /> : <Release {...props} />
}
