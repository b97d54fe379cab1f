import type { CSSProperties, ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useCopy } from '@/copy/context'
import { aria } from '@/platform/aria'
import { isPhone } from '@/platform/phone'
import { Icon } from './icon'
import { Tap } from './tap'

interface BarProps {
  readonly title: string
  readonly demo: boolean
  readonly onBack?: (() => void) | undefined
}

const DemoMark = () => {
  const { t } = useCopy()
  return <View className="demo">{t.common.demo}</View>
}

const Bar = ({ title, demo, onBack }: BarProps) => {
  const { t } = useCopy()
  return (
    <View className="bar">
      <View className="bar-in">
        {onBack && <Tap className="bar-back" label={t.common.back} onTap={onBack}><Icon name="back" /></Tap>}
        <View>{title}</View>
        {demo && <DemoMark />}
      </View>
    </View>
  )
}

const Banner = ({ words }: { readonly words: string }) => (
  <View className="banner" {...aria({ role: 'status' })}><Icon name="offline" /><View className="grow">{words}</View></View>
)

export interface FrameProps extends BarProps {
  /** The classes of size, theme and language. */
  readonly look: string
  readonly fontScale: number
  readonly offline: boolean
  /** In place of the bar that the browser's preview draws. */
  readonly top?: ReactNode
  /** One task from start to end: a narrower column on wide screens. */
  readonly task?: boolean
  readonly dock?: ReactNode
  readonly children: ReactNode
}

/** A page's frame: the platform draws the bar on phones, the browser's preview draws its own. */
export const Frame = ({ look, fontScale, offline, top, task = false, dock, children, ...bar }: FrameProps) => {
  const { t } = useCopy()
  return (
    <View className={`screen ${look}${task ? ' screen-task' : ''}`} style={{ '--scale': String(fontScale) } as CSSProperties}>
      {isPhone ? bar.demo && <View className="mark-row"><DemoMark /></View> : top ?? <Bar {...bar} />}
      {offline && <Banner words={t.common.offlineBanner} />}
      <View className={`page${task ? ' page-task' : ''}`} {...aria({ role: 'main' })}>{children}</View>
      {dock && <View className="dock"><View className="dock-in">{dock}</View></View>}
    </View>
  )
}
