import { Connecting } from '../kiosk/connecting'
import { place } from '../kiosk/place'
import { Stopped } from '../kiosk/stopped'
import { TerminalScreen } from '../kiosk/terminal-screen'
import { useStore } from '../store'
import { PlainScreen, type ScreenProps } from './plain-screen'

/** What every page stands in: a terminal's own frame, or the preview's. */
export const Screen = (props: ScreenProps) => {
  const { is } = useStore(place)
  if (is === 'terminal') return <TerminalScreen {...props} />
  if (is === 'stopped') return <Stopped />
  return is === 'visitors' ? <PlainScreen {...props} /> : <Connecting failed={is === 'unanswered'} />
}
