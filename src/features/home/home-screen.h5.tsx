import { Connecting } from '../kiosk/connecting'
import { MyCards } from '../kiosk/my-cards'
import { place } from '../kiosk/place'
import { Start } from '../kiosk/start'
import { Stopped } from '../kiosk/stopped'
import { visit } from '../kiosk/visit'
import { useStore } from '../store'
import { PlainHome } from './plain-home'

/** The first page of all: a terminal's, or the preview's. */
export const HomeScreen = () => {
  const at = useStore(place)
  const { stage } = useStore(visit)
  if (at.is === 'terminal') return stage === 'in' ? <MyCards /> : <Start kiosk={at.kiosk} />
  if (at.is === 'stopped') return <Stopped />
  return at.is === 'visitors' ? <PlainHome /> : <Connecting failed={at.is === 'unanswered'} />
}
