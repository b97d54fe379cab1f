import { ActionButton } from '@/components/action-button'
import { Dialog } from '@/components/dialog'
import { Link } from '@/components/link'
import { useCopy } from '@/copy/context'
import { ConsentButton } from '@/platform/consent-button'
import { openPrivacyNotice } from '@/platform/privacy'
import { privacyAsked } from '../privacy/asked'
import { useStore } from '../store'

/** The platform holds something back: its notice is read and agreed to on the page that is there, or not. */
export const PrivacyAsk = () => {
  const { ask, why, read, agree, refuse } = useCopy().t.who.platform
  const asked = useStore(privacyAsked)
  if (!asked) return null
  const end = (agreed: boolean) => {
    asked.answer(agreed)
    privacyAsked.set(undefined)
  }
  return (
    <Dialog question={ask} words={why} onClose={() => end(false)}>
      <Link words={read} onTap={openPrivacyNotice} />
      <ConsentButton words={agree} onAgree={() => end(true)} />
      <ActionButton kind="plain" words={refuse} onTap={() => end(false)} />
    </Dialog>
  )
}
