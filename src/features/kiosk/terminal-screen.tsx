import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { Frame } from '@/components/frame'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { useKioskCopy } from '@/copy/kiosk'
import { aria } from '@/platform/aria'
import { sandbox } from '@/platform/build'
import { setTitle } from '@/platform/title'
import type { ScreenProps } from '../screen/plain-screen'
import { useOnline } from '../screen/use-online'
import { useSettings } from '../settings'
import { TakeAway } from './demo'
import { useLook } from './look'
import { Larger, Leave, ReadAloud } from './tools'
import { TerminalWords } from './words'
import '@/styles/kiosk.scss'

const Top = ({ title, onBack }: Pick<ScreenProps, 'title' | 'onBack'>) => {
  const { t } = useKioskCopy()
  return (
    <View className="kiosk-top" {...aria({ role: 'banner' })}>
      {onBack && <Tap className="kiosk-tool" onTap={onBack}><Icon name="back" /><View>{t.common.back}</View></Tap>}
      <View className="kiosk-title">{title}</View>
      {sandbox && <TakeAway />}
      <Larger />
      <ReadAloud />
      <Leave />
    </View>
  )
}

/** What every page stands in at a terminal: large, with the way out always there, and words that speak of this machine. */
export const TerminalScreen = ({ title, task = false, dock, onBack, children }: ScreenProps) => {
  const { fontScale } = useSettings()
  const online = useOnline()
  const { className } = useLook()
  useEffect(() => setTitle(title), [title])
  return (
    <TerminalWords>
      <Frame title={title} look={className.replace(/^screen /, '')} fontScale={fontScale} offline={!online} demo={sandbox} task={task} dock={dock} top={<Top title={title} onBack={onBack} />}>
        {children}
      </Frame>
    </TerminalWords>
  )
}
