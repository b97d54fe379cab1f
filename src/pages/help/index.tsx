import { useCopy } from '@/copy/context'
import { useCards } from '@/features/card'
import { Guide } from '@/features/guide/guide'
import { Screen } from '@/features/screen/screen'
import { back } from '@/platform/navigation'

const HelpPage = () => {
  const { t } = useCopy()
  return (
    <Screen task title={t.screens.help} onBack={() => void back()}>
      <Guide card={useCards().data?.[0]} />
    </Screen>
  )
}

export default HelpPage
