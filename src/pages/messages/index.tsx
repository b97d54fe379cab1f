import { useToldCopy } from '@/copy/told'
import { useHotline } from '@/features/banks/use-rules'
import { useInbox } from '@/features/messages'
import { InboxView } from '@/features/messages/inbox-view'
import { Answered } from '@/features/screen/answered'
import { CitizenScreen } from '@/features/screen/citizen-screen'
import { back } from '@/platform/navigation'
import './index.scss'

const MessagesPage = () => {
  const { m } = useToldCopy()
  const paged = useInbox()
  const hotline = useHotline()
  return (
    <CitizenScreen task title={m.titles.messages} onBack={() => void back()}>
      <Answered query={paged} hotline={hotline} call={m.messages.call} bones={['line', 'card', 'card', 'card']}>
        {(inbox) => <InboxView inbox={inbox} paged={paged} hotline={hotline} />}
      </Answered>
    </CitizenScreen>
  )
}

export default MessagesPage
