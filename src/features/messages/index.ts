import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { DataOf, MessageOnWire } from '@/contract'
import { send } from '../client'
import { usePaged, type Paged } from '../paged'
import { keyOf } from '../query'

export interface Inbox {
  readonly messages: readonly MessageOnWire[]
  readonly unread: number
}

const inboxOf = (pages: readonly DataOf<'person/inbox'>[]): Inbox =>
  ({ messages: pages.flatMap(({ messages }) => messages), unread: pages[0]?.unread ?? 0 })

/** What a person was told about their cards, newest first, page by page. */
export const useInbox = (): Paged<Inbox> =>
  usePaged({ name: 'person/inbox', request: {}, ask: (from) => send('person/inbox', from), shown: inboxOf })

/**
 * Says that what is shown has been read, up to the newest. The marks stay while it is looked at: only the next visit asks again. Where
 * it cannot be said, they are marked the next time too.
 */
export const useReading = ({ messages: [newest], unread }: Inbox): void => {
  const answers = useQueryClient()
  const messageId = unread > 0 ? newest?.messageId : undefined
  useEffect(() => {
    if (messageId !== undefined) send('person/readInbox', { messageId }).catch(() => undefined)
  }, [messageId])
  useEffect(() => () => void answers.invalidateQueries({ queryKey: keyOf('person/inbox', {}), refetchType: 'none' }), [answers])
}
