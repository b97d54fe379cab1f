import { Link } from '@/components/link'
import type { Disputable } from '@/domain/words'
import { go } from '@/platform/navigation'

interface NotMeProps {
  readonly words: string
  readonly cardId: string
  readonly about: Disputable
}

/** Someone else did this to my card: what that stops, and what cannot wait. */
export const NotMe = ({ words, cardId, about }: NotMeProps) => <Link words={words} icon="warn" onTap={() => void go('dispute', { cardId, about })} />
