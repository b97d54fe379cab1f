import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Link } from '@/components/link'
import { Loading } from '@/components/loading'
import type { City } from '../banks/city'
import { useKioskCopy } from '@/copy/kiosk'
import { go } from '@/platform/navigation'
import type { Failure } from '../failure'
import { useStore } from '../store'
import { useLeave } from './leave'
import { ReissueInfo } from './reissue-info'
import { Tiles } from './tiles'
import { chooseAim, enter, visit, type Aim } from './visit'

const aims = ['report', 'release', 'reissue', 'state'] as const satisfies readonly Aim[]

/** Something is chosen: what the ID card is read for, before it is. */
const Waiting = () => {
  const { k } = useKioskCopy()
  return (
    <View className="kiosk-panel">
      <View className="body">{k.privacy.short}</View>
      <Link words={k.privacy.all} onTap={() => void go('privacy')} />
      <ActionButton kind="second" words={k.waiting.other} onTap={() => chooseAim(undefined)} />
    </View>
  )
}

/** The card came first: nothing is done with what was read until this is agreed to. */
const Consent = () => {
  const { k } = useKioskCopy()
  const leave = useLeave()
  return (
    <View className="kiosk-panel">
      <View className="body">{k.privacy.ask}</View>
      <Link words={k.privacy.all} onTap={() => void go('privacy')} />
      <ActionButton words={k.privacy.agree} onTap={() => void enter()} />
      <ActionButton kind="second" words={k.privacy.refuse} onTap={() => leave()} />
    </View>
  )
}

const NotIn = ({ failure }: { readonly failure: Failure }) => {
  const { t, k } = useKioskCopy()
  const leave = useLeave()
  return (
    <View className="kiosk-panel">
      <View className="body">{t.errors[failure.code].next}</View>
      <View className="sub">{k.failed.notTold}</View>
      {failure.retryable && <ActionButton icon="refresh" words={k.failed.retry} onTap={() => void enter()} />}
      <ActionButton kind="second" words={k.tools.leave} onTap={() => leave()} />
    </View>
  )
}

/** What can be done now: choose, agree, wait, or try again. */
export const Side = ({ city }: { readonly city: City }) => {
  const { stage, aim, failure } = useStore(visit)
  if (stage === 'consent') return <Consent />
  if (stage === 'failed' && failure) return <NotIn failure={failure} />
  if (stage !== 'start') return <View className="kiosk-panel"><Loading bones={['line', 'card', 'cell']} /></View>
  if (aim === 'reissue') return <ReissueInfo city={city} />
  return aim ? <Waiting /> : <Tiles tiles={aims} main="report" onChoose={(tile) => chooseAim(aims.find((one) => one === tile))} />
}
