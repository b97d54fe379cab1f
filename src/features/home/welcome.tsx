import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Empty } from '@/components/empty'
import { useCopy } from '@/copy/context'
import { go } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { useSettings } from '../settings'
import { Services, useOpenServices } from './services'

/** Nobody is signed in: what this is, the one button, what needs nobody's name, and the hotline. Nothing personal is asked for. */
export const Welcome = () => {
  const { t } = useCopy()
  const { mode } = useSettings()
  return (
    <View className="page-col split">
      <View className="page-col split-a">
        <Empty title={t.who.welcome} lines={[t.who.welcomeNext]}>
          <ActionButton icon="card" words={t.who.check} onTap={() => void go('signIn')} />
        </Empty>
      </View>
      <View className="page-col split-b">
        <Services services={useOpenServices()} />
        <CallButton quiet who={mode === 'elder' ? t.call.hotlineElder : t.call.hotline} number={useHotline()} />
      </View>
    </View>
  )
}
