import { useState } from 'react'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Dialog } from '@/components/dialog'
import { Link } from '@/components/link'
import { useCopy } from '@/copy/context'

interface NotMeProps {
  readonly words: string
  readonly hotline: string
}

/** Someone else did this to my card: the hotline at once, and what to say. */
export const NotMe = ({ words, hotline }: NotMeProps) => {
  const { t } = useCopy()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Link words={words} icon="warn" onTap={() => setOpen(true)} />
      {open && (
        <Dialog question={t.history.notMeTitle} words={t.history.notMeLines} onClose={() => setOpen(false)}>
          <CallButton who={t.call.hotlineAsk} number={hotline} />
          <ActionButton kind="plain" words={t.common.close} onTap={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  )
}
