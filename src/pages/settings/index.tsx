import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Cell } from '@/components/cell'
import { Choice } from '@/components/choice'
import { Heading, Subheading } from '@/components/heading'
import { useCopy } from '@/copy/context'
import { useFamilyCopy } from '@/copy/family'
import { Screen } from '@/features/screen/screen'
import { useSession } from '@/features/session'
import { useSettings } from '@/features/settings'
import { SignedInAs } from '@/features/settings/signed-in-as'
import { sandbox } from '@/platform/build'
import { back, go, goHome } from '@/platform/navigation'

const modes = ['normal', 'elder'] as const
const languages = ['zh', 'en'] as const

const Sizes = () => {
  const { t } = useCopy()
  const { mode, setMode } = useSettings()
  const options = modes.map((value) => ({ value, words: t.settings.sizes[value], second: t.settings.sizeSecond[value] }))
  return <Choice label={t.settings.size} options={options} chosen={mode} onChoose={setMode} />
}

const Languages = () => {
  const { t } = useCopy()
  const { language, setLanguage } = useSettings()
  const options = languages.map((value) => ({ value, words: t.settings.languages[value] }))
  return <Choice label={t.settings.language} options={options} chosen={language} onChoose={setLanguage} />
}

const Mine = () => {
  const { f } = useFamilyCopy()
  return (
    <>
      <Subheading words={f.settings.title} />
      <View className="sheet">
        <Cell icon="person" title={f.titles.family} second={f.settings.family} onTap={() => void go('family')} />
        <Cell icon="idcard" title={f.titles.myData} second={f.settings.myData} onTap={() => void go('myData')} />
        <Cell icon="book" title={f.titles.privacy} second={f.settings.privacy} onTap={() => void go('privacy')} />
      </View>
    </>
  )
}

const Who = () => {
  const { t } = useCopy()
  const { status, signOut } = useSession()
  if (status === 'signedOut') return null
  const leave = () => {
    signOut()
    void goHome()
  }
  return (
    <>
      <Subheading words={t.settings.who} />
      <SignedInAs />
      {sandbox && <View className="sheet"><Cell icon="person" title={t.home.switchCitizen} onTap={() => void go('signIn')} /></View>}
      <ActionButton kind="plain" words={t.settings.signOut} onTap={leave} />
    </>
  )
}

const SettingsPage = () => {
  const { t } = useCopy()
  return (
    <Screen task title={t.screens.settings} onBack={() => void back()}>
      <Heading words={t.settings.title} />
      <Subheading words={t.settings.size} />
      <Sizes />
      <Subheading words={t.settings.language} />
      <Languages />
      <View className="sub">{t.settings.theme}</View>
      <Mine />
      <Who />
    </Screen>
  )
}

export default SettingsPage
