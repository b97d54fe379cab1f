import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Cell } from '@/components/cell'
import { Dialog } from '@/components/dialog'
import type { CardOnWire } from '@/contract'
import { useFamilyCopy } from '@/copy/family'
import { go } from '@/platform/navigation'
import { useCards } from '../card'
import { actionOf } from '../card/actions'

const openGrant = ({ cardId }: CardOnWire): void => void go('grant', { cardId })

/** Naming a proxy begins with the card, where there is more than one of one's own. */
export const NameProxy = () => {
  const { t, f } = useFamilyCopy()
  const [choosing, setChoosing] = useState(false)
  const own = useCards().data?.filter(({ holder }) => holder.relation === 'cardholder') ?? []
  const [only] = own
  if (!only) return null
  const isMinor = actionOf(only, 'reportLoss').reason === 'minorNeedsGuardian'
  const choose = (card: CardOnWire) => {
    setChoosing(false)
    openGrant(card)
  }
  return (
    <>
      <ActionButton
        kind="second"
        icon="person"
        words={f.family.name}
        offReason={isMinor ? t.reasons.minorNeedsGuardian : undefined}
        onTap={() => (own.length > 1 ? setChoosing(true) : openGrant(only))}
      />
      {choosing && (
        <Dialog question={f.family.nameWhich} words={f.grant.confirmSecond} onClose={() => setChoosing(false)}>
          <View className="sheet">
            {own.map((card) => (
              <Cell
                key={card.cardId}
                icon="card"
                title={t.words.tail(card.maskedNumber.slice(-4))}
                second={t.badges.socialSecurity[card.socialSecurity.state]}
                onTap={() => choose(card)}
              />
            ))}
          </View>
          <ActionButton kind="plain" words={f.notNow} onTap={() => setChoosing(false)} />
        </Dialog>
      )}
    </>
  )
}
