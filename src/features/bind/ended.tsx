import { View } from '@tarojs/components'
import { Notice } from '@/components/notice'
import { useIdentityCopy } from '@/copy/identity'
import { useQuestion } from '../query'
import { useSession } from '../session'

/** That this account was somebody's until it ended elsewhere: when, why, and what to do if it was not them. */
export const Ended = () => {
  const { i, dates } = useIdentityCopy()
  const { door } = useSession()
  const ended = useQuestion('session/account', {}).data?.ended
  if (!ended) return null
  const title = ended.why === 'moved' ? i.bind.ended.moved[door] : i.bind.ended[ended.why]
  return (
    <Notice kind="todo" title={title}>
      <View>{i.bind.endedAt(dates.moment(ended.at, Date.now()))}</View>
      {ended.why !== 'erased' && <View>{i.bind.endedNotMe}</View>}
    </Notice>
  )
}
