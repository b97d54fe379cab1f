import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Dialog } from '@/components/dialog'
import { useKioskCopy } from '@/copy/kiosk'
import { onReader, type IdCard } from '@/platform/kiosk/reader'
import { session } from '../session/store'
import { useStore } from '../store'
import { isBusy, isUntouched } from './busy'
import { useLeave } from './leave'
import { useLook } from './look'
import { usePresence } from './use-presence'
import { beginWith, visit } from './visit'

const isSame = (one: IdCard | undefined, other: IdCard): boolean => one?.idNumber === other.idNumber && one.name === other.name

interface ReaderWatch {
  readonly leave: () => void
  readonly stay: () => void
  readonly askRemoved: () => void
}

/** Another person's card ends what was begun; one's own, put back, goes on. Taken away, it is asked whether all is done. */
const useReader = ({ leave, stay, askRemoved }: ReaderWatch): void => {
  useEffect(() => onReader({
    read: (card) => {
      stay()
      const { card: before } = visit.get()
      if (isSame(before, card)) return
      if (before) leave()
      beginWith(card)
    },
    removed: () => {
      const { stage, expectsCard } = visit.get()
      if (stage === 'in') return expectsCard ? stay() : askRemoved()
      return stage === 'start' ? undefined : leave()
    },
    cardRead: stay,
  }), [leave, stay, askRemoved])
}

/** Looks after a terminal: whose ID card lies there, whether anyone is there, and that nobody's session outlives them. */
export const Watch = () => {
  const { k } = useKioskCopy()
  const look = useLook()
  const leave = useLeave()
  const { stage } = useStore(visit)
  const who = useStore(session)
  const { asked, stay, askRemoved } = usePresence({ isUntouched, isBusy, onGone: leave })
  useReader({ leave, stay, askRemoved })
  useEffect(() => {
    if (stage === 'in' && !who) leave(true)
  }, [leave, stage, who])
  if (!asked) return null
  const go = () => {
    stay()
    leave()
  }
  return (
    <View className={`${look.className} kiosk-over`} style={look.style}>
      <Dialog question={asked.why === 'removed' ? k.leaving.removed : k.leaving.idle} words={k.leaving.idleWords(asked.secondsLeft)} onClose={stay}>
        <ActionButton words={asked.why === 'removed' ? k.leaving.stayRemoved : k.leaving.stay} onTap={stay} />
        <ActionButton kind="second" words={k.leaving.leave} onTap={go} />
      </Dialog>
    </View>
  )
}
