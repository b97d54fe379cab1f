import { View } from '@tarojs/components'
import { Cell } from '@/components/cell'
import { Saying } from '@/components/saying'
import type { GrantOnWire } from '@/contract'
import { useFamilyCopy } from '@/copy/family'
import { go } from '@/platform/navigation'
import { saidLastDay } from './said-day'

/** Whom one acts for: what for, until when, and their card one tap away. */
export const ActingFor = ({ grants }: { readonly grants: readonly GrantOnWire[] }) => {
  const { t, f } = useFamilyCopy()
  if (grants.length === 0) return <Saying title={f.family.noActing} words={f.family.noActingLines} />
  return (
    <View className="sheet">
      {grants.map(({ grantId, cardId, maskedName, maskedNumber, purpose, until }) => (
        <Cell
          key={grantId}
          icon="card"
          title={f.family.does(maskedName, f.purposes[purpose])}
          second={f.family.forCard(t.words.tail(maskedNumber.slice(-4)), saidLastDay(until, f))}
          onTap={() => void go('card', { cardId })}
        />
      ))}
    </View>
  )
}
