import { isTerminal } from '@/platform/terminal'
import { TerminalDigits } from '../kiosk/terminal-digits'
import { TypedDigits, type DigitsProps } from './typed-digits'

/** Six digits, twice: at a terminal on keys of the screen's own. */
export const Digits = (props: DigitsProps) => (isTerminal() ? <TerminalDigits {...props} /> : <TypedDigits {...props} />)
