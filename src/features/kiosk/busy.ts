import { openCalls } from '@/platform/call.h5'
import { isAtFirstPage } from '@/platform/kiosk/pages'
import { shelf } from '@/platform/shelf.h5'
import { isComfortReset } from './comfort'
import { visit } from './visit'

/** Whether a call is not answered yet, or something was sent and nobody knows what came of it. */
export const isBusy = (): boolean => openCalls() > 0 || shelf.keys().some((key) => key.startsWith('intent:'))

/** Whether the screen is as everyone finds it. */
export const isUntouched = (): boolean => {
  const { stage, aim, afterEnded } = visit.get()
  return stage === 'start' && aim === undefined && !afterEnded && isComfortReset() && isAtFirstPage()
}
