import { useState } from 'react'
import { ActionButton } from '@/components/action-button'
import { Dialog } from '@/components/dialog'
import { Heading } from '@/components/heading'
import { Points } from '@/components/points'
import { useFamilyCopy } from '@/copy/family'
import { failureIn, isOpen } from '../change'
import { NotDone } from '../not-done'
import { CitizenScreen } from '../screen/citizen-screen'
import type { Leaving } from './index'

interface EraseScreenProps {
  readonly leaving: Leaving
  readonly onBack: () => void
}

/** What goes, what stays and why, before anything is deleted; then asked once more. */
export const EraseScreen = ({ leaving: { erase: { change, start, retry, reset } }, onBack }: EraseScreenProps) => {
  const { f } = useFamilyCopy()
  const [asking, setAsking] = useState(false)
  const ask = () => {
    reset()
    setAsking(true)
  }
  const dock = (
    <>
      <ActionButton kind="danger" words={f.leave.erase} onTap={ask} />
      <ActionButton kind="plain" words={f.leave.keep} onTap={onBack} />
    </>
  )
  return (
    <CitizenScreen task title={f.titles.myData} dock={dock} onBack={onBack}>
      <Heading words={f.leave.eraseTitle} second={f.leave.eraseSecond} />
      <Points icon="stop" title={f.leave.goes} points={f.leave.goesPoints} />
      <Points icon="seal" title={f.leave.stays} points={f.leave.staysPoints} />
      <NotDone failure={failureIn(change)} title={f.leave.failed} onRetry={retry} />
      {asking && change.phase !== 'failed' && (
        <Dialog question={f.leave.eraseAsk} words={change.phase === 'unsure' ? f.lost.title : f.leave.eraseWords} onClose={() => setAsking(false)}>
          <ActionButton kind="danger" words={f.leave.eraseYes} busyWords={isOpen(change) ? f.leave.eraseBusy : undefined} onTap={() => start({})} />
          <ActionButton kind="plain" words={f.leave.eraseNo} onTap={() => setAsking(false)} />
        </Dialog>
      )}
    </CitizenScreen>
  )
}
