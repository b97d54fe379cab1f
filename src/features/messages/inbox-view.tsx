import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Empty } from '@/components/empty'
import { Heading } from '@/components/heading'
import { useToldCopy } from '@/copy/told'
import { aria } from '@/platform/aria'
import type { Paged } from '../paged'
import { TellMe } from '../subscribe/tell-me'
import { useReading, type Inbox } from './index'
import { MessageItem } from './message-item'

interface InboxViewProps {
  readonly inbox: Inbox
  readonly paged: Paged<Inbox>
  readonly hotline: string
}

const More = ({ paged }: Pick<InboxViewProps, 'paged'>) => {
  const { m } = useToldCopy()
  if (!paged.hasMore) return null
  const words = paged.failure ? m.messages.moreFailed : m.messages.more
  return <ActionButton kind="second" words={words} busyWords={paged.loadingMore ? m.messages.moreBusy : undefined} onTap={paged.loadMore} />
}

/** What one was told, newest first; what is shown counts as read. */
export const InboxView = ({ inbox, paged, hotline }: InboxViewProps) => {
  const { m } = useToldCopy()
  const now = Date.now()
  useReading(inbox)
  const ways = (
    <>
      <TellMe about="cardChanged" />
      <CallButton quiet who={m.messages.call} number={hotline} />
    </>
  )
  if (inbox.messages.length === 0) return <Empty title={m.messages.none} lines={m.messages.noneLines}>{ways}</Empty>
  return (
    <View className="page-col">
      <Heading words={m.messages.title} second={m.messages.unread(inbox.unread)} />
      <View className="sheet" {...aria({ role: 'list' })}>
        {inbox.messages.map((message) => <MessageItem key={message.messageId} message={message} now={now} />)}
      </View>
      <More paged={paged} />
      {ways}
    </View>
  )
}
