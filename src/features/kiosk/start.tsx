import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { useNow } from '@/components/use-now'
import type { KioskOnWire } from '@/contract'
import { useKioskCopy } from '@/copy/kiosk'
import { aria } from '@/platform/aria'
import { sandbox } from '@/platform/build'
import { setTitle } from '@/platform/title'
import { useOnline } from '../screen/use-online'
import { useStore } from '../store'
import { Ask } from './ask'
import { useLook } from './look'
import { Side } from './side'
import { CallStaff, Larger, Leave, OtherLanguage, ReadAloud } from './tools'
import { visit } from './visit'
import { TerminalWords } from './words'
import '@/styles/kiosk.scss'

const minute = 60_000

/** Where the terminal stands, and the time there. */
const Top = ({ kiosk }: { readonly kiosk: KioskOnWire }) => {
  const { t, k, dates } = useKioskCopy()
  const nextMinute = (Math.floor(Date.now() / minute) + 1) * minute
  const now = useNow(nextMinute)
  return (
    <View className="kiosk-top" {...aria({ role: 'banner' })}>
      <View className="kiosk-name">{k.name}</View>
      {sandbox && <View className="demo kiosk-demo-mark">{t.common.demo}</View>}
      <View className="kiosk-where"><View>{kiosk.outletName ?? k.somewhere}</View><View className="kiosk-clock">{dates.exact(now)}</View></View>
    </View>
  )
}

const Foot = () => {
  const { k } = useKioskCopy()
  const { stage, aim } = useStore(visit)
  return (
    <View className="kiosk-foot">
      <Larger /><ReadAloud /><OtherLanguage /><CallStaff />
      {stage === 'start' && !aim ? <View className="kiosk-idle">{k.start.idle}</View> : <Leave />}
    </View>
  )
}

const Screen = ({ kiosk }: { readonly kiosk: KioskOnWire }) => {
  const { t, k } = useKioskCopy()
  const { className, style } = useLook('t-normal')
  const online = useOnline()
  useEffect(() => setTitle(k.name), [k])
  return (
    <View className={`${className} kiosk-start`} style={style}>
      <Top kiosk={kiosk} />
      {!online && <View className="banner" {...aria({ role: 'status' })}><Icon name="offline" /><View className="grow">{t.errors.offline.title}</View></View>}
      <View className="kiosk-body" {...aria({ role: 'main' })}><Ask /><Side city={kiosk.city} /></View>
      <Foot />
    </View>
  )
}

/** The first page: no one's data before an ID card, and a way on without one. */
export const Start = ({ kiosk }: { readonly kiosk: KioskOnWire }) => <TerminalWords><Screen kiosk={kiosk} /></TerminalWords>
