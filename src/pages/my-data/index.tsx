import { useState } from 'react'
import { useFamilyCopy } from '@/copy/family'
import { useHotline } from '@/features/banks/use-rules'
import { useLeaving, useMyData } from '@/features/my-data'
import { EraseScreen } from '@/features/my-data/erase-screen'
import { ExportFlow } from '@/features/my-data/export-flow'
import { Goodbye } from '@/features/my-data/goodbye'
import { MyDataView } from '@/features/my-data/my-data-view'
import { Answered } from '@/features/screen/answered'
import { CitizenScreen } from '@/features/screen/citizen-screen'
import { useSession } from '@/features/session'
import { back } from '@/platform/navigation'
import './index.scss'

const MyDataPage = () => {
  const { f } = useFamilyCopy()
  const [at, setAt] = useState<'all' | 'export' | 'erase'>('all')
  const query = useMyData()
  const hotline = useHotline()
  const leaving = useLeaving()
  const { status, citizen } = useSession()
  const close = () => setAt('all')
  if (leaving.unbound || leaving.erased) return <Goodbye erased={leaving.erased} />
  // the copy in clear goes with whoever asked for it
  if (at === 'export') return <ExportFlow key={`${status} ${citizen ?? ''}`} onClose={close} />
  if (at === 'erase') return <EraseScreen leaving={leaving} onBack={close} />
  return (
    <CitizenScreen task title={f.titles.myData} onBack={() => void back()}>
      <Answered query={query} hotline={hotline} call={f.myData.call} bones={['line', 'card', 'cell', 'cell']}>
        {(data) => <MyDataView data={data} leaving={leaving} onExport={() => setAt('export')} onErase={() => setAt('erase')} />}
      </Answered>
    </CitizenScreen>
  )
}

export default MyDataPage
