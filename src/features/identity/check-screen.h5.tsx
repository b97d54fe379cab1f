import { isTerminal } from '@/platform/terminal'
import { TerminalCheckScreen } from '../kiosk/check-screen'
import { FaceCheck } from './face-check'
import type { CheckScreenProps } from './screen-props'

/** How it is made sure who acts: at a terminal by what its readers have read, else by a face. */
export const CheckScreen = (props: CheckScreenProps) => (isTerminal() ? <TerminalCheckScreen {...props} /> : <FaceCheck {...props} />)
