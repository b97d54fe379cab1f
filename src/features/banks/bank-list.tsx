import { View } from '@tarojs/components'
import { CallButton } from '@/components/call-button'
import { Empty } from '@/components/empty'
import { Heading, Subheading } from '@/components/heading'
import { Notice } from '@/components/notice'
import type { BankOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { nameIn } from './use-bank'

interface BankListProps {
  readonly banks: readonly BankOnWire[]
  /** The codes of the banks that issued the citizen's own cards. */
  readonly mine: readonly string[]
}

const BankCall = ({ bank, quiet }: { readonly bank: BankOnWire; readonly quiet: boolean }) => {
  const { t, language } = useCopy()
  const name = nameIn(language, bank)
  return <CallButton quiet={quiet} who={bank.verified ? name : t.banks.withNote(name, t.banks.unverified)} number={bank.hotline} />
}

/** No bank is known: the number on the card itself, or the hotline. */
export const NoBanks = ({ hotline }: { readonly hotline: string }) => {
  const { t } = useCopy()
  return (
    <Empty title={t.banks.none} lines={t.banks.noneLines}>
      <CallButton quiet who={t.call.hotlineAsk} number={hotline} />
    </Empty>
  )
}

/** The citizen's own banks first, one tap away; numbers nobody has confirmed say so. */
export const BankList = ({ banks, mine }: BankListProps) => {
  const { t } = useCopy()
  const own = banks.filter(({ code }) => mine.includes(code))
  const others = banks.filter(({ code }) => !mine.includes(code))
  return (
    <View className="page-col">
      <Heading words={t.banks.title} second={t.banks.second} />
      {own.length > 0 && <Subheading words={t.banks.mine} />}
      {own.map((bank) => <BankCall key={bank.code} bank={bank} quiet={false} />)}
      {others.length > 0 && <Subheading words={t.banks.others} />}
      {others.map((bank) => <BankCall key={bank.code} bank={bank} quiet />)}
      {banks.some(({ verified }) => !verified) && <Notice kind="info">{t.banks.unverifiedNote}</Notice>}
    </View>
  )
}
