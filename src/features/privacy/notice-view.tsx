import { View } from '@tarojs/components'
import { CallButton } from '@/components/call-button'
import { Cell } from '@/components/cell'
import { Lines } from '@/components/lines'
import { Sections } from '@/components/sections'
import { useFamilyCopy } from '@/copy/family'
import { dataClasses } from '@/domain/retention'
import { go } from '@/platform/navigation'
import { useRules } from '../banks/use-rules'
import { saidDay } from '../family/said-day'
import { useSettings } from '../settings'
import { KeptClass } from './kept-class'
import { privacyNotice } from './notice'

const KeptTable = () => {
  const { f } = useFamilyCopy()
  return (
    <View className="sheet">
      {dataClasses.map((data) => <KeptClass key={data} data={data} beside={f.privacy.line(f.privacy.why, f.kept[data].why)} />)}
    </View>
  )
}

const Rights = () => {
  const { f } = useFamilyCopy()
  return (
    <>
      <Lines lines={f.privacy.rightsPoints} />
      <View className="sheet">
        <Cell icon="idcard" title={f.privacy.toMyData} second={f.privacy.toMyDataSecond} onTap={() => void go('myData')} />
        <Cell icon="person" title={f.privacy.toFamily} second={f.privacy.toFamilySecond} onTap={() => void go('family')} />
      </View>
    </>
  )
}

const useSections = () => {
  const { f } = useFamilyCopy()
  const { privacyAge } = useRules().minors
  const p = f.privacy
  return [
    { key: 'kept', icon: 'list', title: p.kept, second: p.seconds.kept(dataClasses.length), content: <KeptTable /> },
    { key: 'others', icon: 'bank', title: p.others, second: p.seconds.others, content: <Lines lines={p.othersPoints} /> },
    { key: 'face', icon: 'face', title: p.face, second: p.seconds.face, content: <Lines lines={p.facePoints} /> },
    { key: 'place', icon: 'pin', title: p.place, second: p.seconds.place, content: <Lines lines={p.placePoints} /> },
    { key: 'phone', icon: 'card', title: p.phone, second: p.seconds.phone, content: <Lines lines={p.phonePoints} /> },
    { key: 'children', icon: 'person', title: p.children, second: p.seconds.children, content: <Lines lines={p.childrenPoints(privacyAge.value)} /> },
    { key: 'rights', icon: 'idcard', title: p.rights, second: p.seconds.rights, content: <Rights /> },
  ] as const
}

/** The privacy notice: what is kept, why and how long, who else gets it, and what one can do about it. */
export const NoticeView = () => {
  const { f } = useFamilyCopy()
  const { mode } = useSettings()
  const { hotline } = useRules()
  const day = saidDay(privacyNotice, f)
  return (
    <View className="page-col">
      <Sections lead={f.privacy.title} second={f.privacy.second(day)} sections={useSections()} oneByOne={mode === 'elder'} toAll={f.toAll} />
      <CallButton quiet who={f.privacy.call} number={hotline.value} />
      <View className="cap">{f.privacy.day(day)}</View>
    </View>
  )
}
