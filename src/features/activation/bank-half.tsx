import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Points } from '@/components/points'
import type { CardOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { useBank } from '../banks/use-bank'
import { toOutlets } from '../card/to-outlets'
import { useDoors } from './doors'

/** The bank's half of a new card: only the bank activates it, at an outlet or in its own app. */
export const BankHalf = ({ card, title }: { readonly card: CardOnWire; readonly title: string }) => {
  const { n: { activation: said } } = useOrderCopy()
  const { name, hotline } = useBank(card)
  const { inBankApp } = useDoors(card)
  const points = [...said.bankPoints(name), ...(inBankApp ? [said.bankApp(name)] : [])]
  return (
    <View className="page-col">
      <Points icon="bank" title={title} points={points} />
      <ActionButton kind="second" icon="pin" words={said.outlets} onTap={() => toOutlets(card, 'activate')} />
      {hotline && <CallButton quiet who={said.bankCall(name)} number={hotline} />}
    </View>
  )
}
