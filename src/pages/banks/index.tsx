import { useCopy } from '@/copy/context'
import { useBanks } from '@/features/banks'
import { BankList, NoBanks } from '@/features/banks/bank-list'
import { cityFrom } from '@/features/banks/city'
import { useHotline } from '@/features/banks/use-rules'
import { useCards } from '@/features/card'
import { Answered } from '@/features/screen/answered'
import { Screen } from '@/features/screen/screen'
import { back, useParams } from '@/platform/navigation'

const BanksPage = () => {
  const { t } = useCopy()
  const city = cityFrom(useParams('banks').city)
  const banks = useBanks(city)
  const mine = useCards().data?.map(({ issuingBank }) => issuingBank) ?? []
  const hotline = useHotline(city)
  return (
    <Screen task title={t.screens.banks} onBack={() => void back()}>
      <Answered query={banks} hotline={hotline} bones={['line', 'cell', 'cell', 'cell']}>
        {(data) => data.length > 0 ? <BankList banks={data} mine={mine} /> : <NoBanks hotline={hotline} />}
      </Answered>
    </Screen>
  )
}

export default BanksPage
