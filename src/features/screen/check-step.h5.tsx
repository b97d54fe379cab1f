import { isTerminal } from '@/platform/terminal'
import { TerminalCheck } from '../kiosk/terminal-check'
import { PlainCheckStep, type CheckStepProps } from './plain-check-step'

/** How it is made sure who acts: at a terminal by the ID card, else by a face. */
export const CheckStep = (props: CheckStepProps) => (isTerminal() ? <TerminalCheck {...props} /> : <PlainCheckStep {...props} />)
