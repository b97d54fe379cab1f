import { ActionButton } from '@/components/action-button'
import { Dialog } from '@/components/dialog'
import { useFamilyCopy } from '@/copy/family'
import { failureIn, isOpen } from '../change'
import { NotDone } from '../not-done'
import { useSession } from '../session'
import type { Leaving } from './index'

interface UnbindDialogProps {
  readonly leaving: Leaving
  readonly onClose: () => void
}

/** What unbinding means, asked once more; it goes once it is known that it was not done. */
export const UnbindDialog = ({ leaving: { unbind: { change, start } }, onClose }: UnbindDialogProps) => {
  const { t, f } = useFamilyCopy()
  const { door } = useSession()
  if (change.phase === 'failed') return null
  const words = change.phase === 'unsure' ? f.lost.title : f.leave.unbindWords(t.words.channel[door])
  return (
    <Dialog question={f.leave.unbindAsk} words={words} onClose={onClose}>
      <ActionButton kind="danger" words={f.leave.unbindYes} busyWords={isOpen(change) ? f.leave.unbindBusy : undefined} onTap={() => start({})} />
      <ActionButton kind="plain" words={f.leave.unbindNo} onTap={onClose} />
    </Dialog>
  )
}

export const NotUnbound = ({ leaving: { unbind: { change, retry } } }: Pick<UnbindDialogProps, 'leaving'>) => {
  const { f } = useFamilyCopy()
  return <NotDone failure={failureIn(change)} title={f.leave.failed} onRetry={retry} />
}
