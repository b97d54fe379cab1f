import { useCopy } from '@/copy/context'
import { useHotline } from '@/features/banks/use-rules'
import { useCards } from '@/features/card'
import { NoCards } from '@/features/card/no-cards'
import { Home } from '@/features/home/home'
import { UnknownCard } from '@/features/home/unknown-card'
import { Welcome } from '@/features/home/welcome'
import { Answered } from '@/features/screen/answered'
import { Screen } from '@/features/screen/screen'
import { useSession } from '@/features/session'
import { isInCitizenCenter } from '@/platform/home'

const HomePage = () => {
  const { t } = useCopy()
  const { status } = useSession()
  const query = useCards()
  const hotline = useHotline()
  const title = isInCitizenCenter ? t.screens.citizenCenter : t.screens.home
  if (status === 'signedOut') return <Screen title={title}><Welcome /></Screen>
  if (query.status === 'failed' && !query.data && query.failure.code !== 'notBound') return <Screen title={title}><UnknownCard onRetry={query.retry} /></Screen>
  return (
    <Screen title={title}>
      <Answered query={query} hotline={hotline} bones={['line', 'card', 'cell', 'card']}>
        {([first, ...rest]) => first
          ? <Home cards={[first, ...rest]} checkedAt={query.checkedAt ?? 0} refresh={query.retry} />
          : <NoCards />}
      </Answered>
    </Screen>
  )
}

export default HomePage
