import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Empty } from '@/components/empty'
import { useCopy } from '@/copy/context'
import { go } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'

interface FirstProps {
  readonly title: string
  readonly second: string
  readonly words: string
  readonly onTap: () => void
}

/** What has to be done first, with the way to do it; calling and the outlets need nobody's name. */
const First = ({ title, second, words, onTap }: FirstProps) => {
  const { t } = useCopy()
  return (
    <Empty title={title} lines={[second]}>
      <ActionButton words={words} onTap={onTap} />
      <CallButton quiet who={t.call.hotline} number={useHotline()} />
      <ActionButton kind="plain" icon="pin" words={t.home.services.outlets} onTap={() => void go('outlets', { city: '', cardId: '', need: '' })} />
    </Empty>
  )
}

/** Nobody is signed in: why that is needed here. The page stays below, so that one comes back to it. */
export const SignInFirst = () => {
  const { t } = useCopy()
  return <First title={t.who.first} second={t.who.firstNext} words={t.who.signIn} onTap={() => void go('signIn')} />
}

/** Whose account this is is not known yet, or not any more. */
export const BindFirst = () => {
  const { t } = useCopy()
  return <First title={t.errors.notBound.title} second={t.errors.notBound.next} words={t.who.bind} onTap={() => void go('bind')} />
}
