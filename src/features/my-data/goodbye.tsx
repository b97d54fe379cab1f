import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Subheading } from '@/components/heading'
import { Mark, Result } from '@/components/result'
import { Summary } from '@/components/summary'
import { useFamilyCopy } from '@/copy/family'
import { goHome } from '@/platform/navigation'
import { KeptClass } from '../privacy/kept-class'
import { Screen } from '../screen/screen'
import type { Erased } from './index'

const Gone = ({ rows }: { readonly rows: Erased['erased'] }) => {
  const { f } = useFamilyCopy()
  const some = rows.filter(({ count }) => count > 0).map(({ what, count }) => ({ label: f.kept[what].what, value: f.myData.count(count) }))
  return some.length > 0 && <><Subheading words={f.leave.erasedGone} /><Summary rows={some} /></>
}

const Stays = ({ rows }: { readonly rows: Erased['stays'] }) => {
  const { f } = useFamilyCopy()
  const some = rows.filter(({ count }) => count > 0)
  if (some.length === 0) return null
  return (
    <>
      <Subheading words={f.leave.erasedStays} />
      <View className="sheet">{some.map(({ what, count }) => <KeptClass key={what} data={what} beside={f.myData.count(count)} />)}</View>
    </>
  )
}

/** Unbound, or deleted with what went and what stays: nobody is signed in any more. */
export const Goodbye = ({ erased }: { readonly erased: Erased | undefined }) => {
  const { f } = useFamilyCopy()
  const dock = <ActionButton words={f.leave.toHome} onTap={() => void goHome()} />
  const title = erased ? f.leave.erased : f.leave.unbound
  return (
    <Screen task title={f.titles.myData} dock={dock} onBack={() => void goHome()}>
      <Result title={title} second={erased ? f.leave.erasedNext : f.leave.unboundNext} picture={<Mark kind="good" icon="ok" />} />
      {erased && <Gone rows={erased.erased} />}
      {erased && <Stays rows={erased.stays} />}
      {erased && <View className="body">{f.leave.welcome}</View>}
    </Screen>
  )
}
