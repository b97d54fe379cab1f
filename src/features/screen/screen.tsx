import { useEffect, type ReactNode } from 'react'
import { Frame } from '@/components/frame'
import { useSettings } from '@/features/settings'
import { sandbox } from '@/platform/build'
import { setTitle } from '@/platform/title'
import { PrivacyAsk } from './privacy-ask'
import { useOnline } from './use-online'

interface ScreenProps {
  readonly title: string
  readonly task?: boolean
  readonly dock?: ReactNode
  readonly onBack?: (() => void) | undefined
  readonly children: ReactNode
}

/** What every page stands in: size, theme and language of the citizen, the title, whether there is a network. */
export const Screen = ({ title, children, ...rest }: ScreenProps) => {
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
