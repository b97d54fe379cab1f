import { useState } from 'react'
import { View } from '@tarojs/components'
import { CallButton } from '@/components/call-button'
import { Cell } from '@/components/cell'
import { Sections } from '@/components/sections'
import { Summary } from '@/components/summary'
import { useFamilyCopy } from '@/copy/family'
import { go } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { saidDayOf } from '../family/said-day'
import { KeptClass } from '../privacy/kept-class'
import { useSettings } from '../settings'
import type { Leaving, MyData } from './index'
import { NotUnbound, UnbindDialog } from './unbind-dialog'

interface MyDataViewProps {
  readonly data: MyData
  readonly leaving: Leaving
  readonly onExport: () => void
  readonly onErase: () => void
}

const Who = ({ maskedName, maskedIdNumber, maskedPhone }: MyData) => {
  const { f } = useFamilyCopy()
  const rows = [
    { label: f.myData.name, value: maskedName },
    { label: f.myData.idNumber, value: maskedIdNumber },
    { label: f.myData.phone, value: maskedPhone ?? f.myData.noPhone },
  ]
  return <Summary rows={rows} />
}

const Accounts = ({ accounts }: Pick<MyData, 'accounts'>) => {
  const { t, f } = useFamilyCopy()
  return (
    <View className="sheet">
      {accounts.map(({ channel, boundAt, current }) => (
        <View key={`${channel} ${boundAt}`} className="kin">
          <View className="bold">{t.words.channel[channel]}</View>
          <View className="sub">{f.myData.since(saidDayOf(boundAt, f))}</View>
          {current && <View className="sub">{f.myData.here}</View>}
        </View>
      ))}
    </View>
  )
}

const Kept = ({ kept }: Pick<MyData, 'kept'>) => {
  const { f } = useFamilyCopy()
  return <View className="sheet">{kept.map(({ what, count }) => <KeptClass key={what} data={what} beside={f.myData.count(count)} />)}</View>
}

const Yours = ({ leaving, onExport, onErase }: Omit<MyDataViewProps, 'data'>) => {
  const { f } = useFamilyCopy()
  const [asking, setAsking] = useState(false)
  const { reset } = leaving.unbind
  const ask = () => {
    reset()
    setAsking(true)
  }
  return (
    <>
      <View className="sheet">
        <Cell icon="list" title={f.myData.exportCell} second={f.myData.exportSecond} onTap={onExport} />
        <Cell icon="person" title={f.myData.unbind} second={f.myData.unbindSecond} onTap={ask} />
        <Cell icon="stop" title={f.myData.erase} second={f.myData.eraseSecond} onTap={onErase} />
        <Cell icon="book" title={f.myData.privacy} onTap={() => void go('privacy')} />
      </View>
      <NotUnbound leaving={leaving} />
      {asking && <UnbindDialog leaving={leaving} onClose={() => setAsking(false)} />}
    </>
  )
}

/** What is kept of one, and what one can do about it. */
export const MyDataView = ({ data, ...rest }: MyDataViewProps) => {
  const { f } = useFamilyCopy()
  const { mode } = useSettings()
  const { seconds } = f.myData
  const sections = [
    { key: 'who', icon: 'idcard', title: f.myData.who, second: data.maskedName, content: <Who {...data} /> },
    { key: 'accounts', icon: 'person', title: f.myData.accounts, second: f.myData.accountCount(data.accounts.length), content: <Accounts {...data} /> },
    { key: 'kept', icon: 'list', title: f.myData.kept, second: seconds.kept, content: <Kept {...data} /> },
    { key: 'yours', icon: 'ok', title: f.myData.yours, second: seconds.yours, content: <Yours {...rest} /> },
  ] as const
  return (
    <View className="page-col">
      <Sections lead={f.myData.title} second={f.myData.second} sections={sections} oneByOne={mode === 'elder'} toAll={f.toAll} />
      <CallButton quiet who={f.myData.call} number={useHotline()} />
    </View>
  )
}
