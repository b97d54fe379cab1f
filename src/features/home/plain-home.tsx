import { useCopy } from '@/copy/context'
import { isInCitizenCenter } from '@/platform/home'
import { useHotline } from '../banks/use-rules'
import { useCards } from '../card'
import { NoCards } from '../card/no-cards'
import { Answered } from '../screen/answered'
import { Screen } from '../screen/screen'
import { useSession } from '../session'
import { Home } from './home'
import { UnknownCard } from './unknown-card'
import { Welcome } from './welcome'

/** Home: the citizen's cards, or what this is. */
export const PlainHome = () => {
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
