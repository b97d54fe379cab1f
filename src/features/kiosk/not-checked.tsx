import { ActionButton } from '@/components/action-button'
import { Mark, Result } from '@/components/result'
import type { CardOnWire } from '@/contract'
import { useKioskCopy } from '@/copy/kiosk'
import { useHotline } from '../banks/use-rules'
import type { IdentityCheck } from '../identity'
import { Problem } from '../screen/problem'
import { TerminalScreen } from './terminal-screen'

interface NotCheckedProps {
  readonly check: IdentityCheck
  readonly city: CardOnWire['city'] | undefined
  readonly title: string
  /** What should have been put on, and that nothing was done. */
  readonly wrong: string
  readonly onBack: () => void
}

const underway: readonly IdentityCheck['stage'][] = ['consent', 'beginning', 'completing', 'passed']
/** Whether a check has not passed, or nobody knows yet. */
export const isOpenOrFailed = ({ stage }: IdentityCheck): boolean => !underway.includes(stage)

/** It did not pass, or nobody knows yet: what that means, and one more try. */
export const NotChecked = ({ check, city, title, wrong, onBack }: NotCheckedProps) => {
  const { t, k } = useKioskCopy()
  const hotline = useHotline(city)
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
        second={isOpen ? k.check.pendingNext : wrong}
        picture={<Mark kind={isOpen ? 'todo' : 'bad'} icon={isOpen ? 'clock' : 'warn'} />}
      />
    </TerminalScreen>
  )
}
