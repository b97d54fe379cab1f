import type { CardOnWire } from '@/contract'
import { isTerminal } from '@/platform/terminal'
import { useRules } from '../banks/use-rules'
import { doorOf, session } from '../session/store'
import { useStore } from '../store'

/** Where a card's social security function is activated by its city's rules: here, and in which channels in person or elsewhere. */
export const useDoors = (card: CardOnWire) => {
  const { activation, bankAppActivates } = useRules(card.city).reissue
  const door = doorOf(useStore(session))
  const here = isTerminal() ? 'terminal' : door
  const doors = activation.socialSecurity.value
  return {
    here: doors.includes(here),
    elsewhere: doors.filter((channel) => channel !== 'wechat' && channel !== 'alipay' && channel !== here),
    inBankApp: bankAppActivates.value,
    rules: [activation.socialSecurity, activation.financial],
  }
}
