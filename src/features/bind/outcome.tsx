import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Notice } from '@/components/notice'
import { Mark, Result } from '@/components/result'
import { useIdentityCopy } from '@/copy/identity'
import { goHome } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { withWayOn, type Failure } from '../failure'
import { Problem } from '../screen/problem'
import { useSession } from '../session'

/** It is known whose account this is; and where another one of theirs was let go of, that too. */
export const Done = ({ name, moved }: { readonly name: string; readonly moved: boolean }) => {
  const { i } = useIdentityCopy()
  const { door } = useSession()
  return (
    <View className="page-col">
      <Result title={i.bind.done(name)} second={i.bind.doneNext} picture={<Mark kind="good" icon="ok" />} />
      {moved && <Notice kind="info" title={i.bind.moved[door]}>{i.bind.movedNext}</Notice>}
    </View>
  )
}

/** Sent, and no one knows yet what came of it. */
export const Unsure = ({ onRetry }: { readonly onRetry: () => void }) => {
  const { t, i } = useIdentityCopy()
  return (
    <View className="page-col">
      <Result title={i.bind.unsure} second={i.bind.unsureNext} picture={<Mark kind="todo" icon="clock" />} />
      <ActionButton icon="refresh" words={i.bind.ask} onTap={onRetry} />
      <ActionButton kind="second" words={t.receipt.toHome} onTap={() => void goHome()} />
      <CallButton quiet who={t.call.hotlineAsk} number={useHotline()} />
    </View>
  )
}

/** It did not come about: why, and the way on, which may be a new check. */
export const NotBound = ({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) => {
  const { i } = useIdentityCopy()
  return <Problem failure={withWayOn(failure)} hotline={useHotline()} title={i.bind.failed} second={i.bind.failedNext} onRetry={onRetry} />
}
