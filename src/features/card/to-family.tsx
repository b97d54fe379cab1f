import { ActionButton } from '@/components/action-button'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { go } from '@/platform/navigation'
import { isTerminal } from '@/platform/terminal'

/** The way to where a guardian agrees to what is kept of the child; it is not on a terminal. */
export const ToFamily = () => {
  const { t } = useCopy()
  return isTerminal() ? null : <ActionButton kind="second" icon="person" words={t.who.family} onTap={() => void go('family')} />
}

/** Whether all that stands in a guardian's way is their own consent. */
export const lacksConsent = ({ actions }: CardOnWire): boolean => actions.some(({ reason }) => reason === 'guardianConsentNeeded')
