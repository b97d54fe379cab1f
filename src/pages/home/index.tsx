import { useCopy } from '@/copy/context'
import { useHotline } from '@/features/banks/use-rules'
import { useCards } from '@/features/card'
import { NoCards } from '@/features/card/no-cards'
import { Home } from '@/features/home/home'
import { UnknownCard } from '@/features/home/unknown-card'
import { Answered } from '@/features/screen/answered'
import { CitizenScreen } from '@/features/screen/citizen-screen'
import { isInCitizenCenter } from '@/platform/home'

const HomePage = () => {
  const { t } = useCopy()
  const query = useCards()
  const hotline = useHotline()
  const title = isInCitizenCenter ? t.screens.citizenCenter : t.screens.home
  if (query.status === 'failed' && !query.data) return <CitizenScreen title={title}><UnknownCard onRetry={query.retry} /></CitizenScreen>
  return (
    <CitizenScreen title={title}>
      <Answered query={query} hotline={hotline} bones={['line', 'card', 'cell', 'card']}>
        {([first, ...rest]) => first
          ? <Home cards={[first, ...rest]} checkedAt={query.checkedAt ?? 0} refresh={query.retry} />
          : <NoCards />}
      </Answered>
    </CitizenScreen>
  )
}

export default HomePage
