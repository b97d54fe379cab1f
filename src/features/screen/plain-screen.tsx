import { useEffect, type ReactNode } from 'react'
import { Frame } from '@/components/frame'
import { useSettings } from '@/features/settings'
import { sandbox } from '@/platform/build'
import { setTitle } from '@/platform/title'
import { PrivacyAsk } from './privacy-ask'
import { useOnline } from './use-online'

export interface ScreenProps {
  readonly title: string
  readonly task?: boolean
  readonly dock?: ReactNode
  readonly onBack?: (() => void) | undefined
  readonly children: ReactNode
}

/** What a page stands in before one person: their size, theme and language, the title, whether there is a network. */
export const PlainScreen = ({ title, children, ...rest }: ScreenProps) => {
  const { mode, theme, language, fontScale } = useSettings()
  const online = useOnline()
  useEffect(() => setTitle(title), [title])
  const look = `t-${mode} t-${theme}${language === 'en' ? ' en' : ''}`
  return (
    <Frame title={title} look={look} fontScale={fontScale} offline={!online} demo={sandbox} {...rest}>
      {children}
      <PrivacyAsk />
    </Frame>
  )
}
