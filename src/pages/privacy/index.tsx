import { useFamilyCopy } from '@/copy/family'
import { NoticeView } from '@/features/privacy/notice-view'
import { Screen } from '@/features/screen/screen'
import { back } from '@/platform/navigation'
import './index.scss'

const PrivacyPage = () => {
  const { f } = useFamilyCopy()
  return <Screen task title={f.titles.privacy} onBack={() => void back()}><NoticeView /></Screen>
}

export default PrivacyPage
