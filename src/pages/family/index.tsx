import { useCallback, useState } from 'react'
import { useFamilyCopy } from '@/copy/family'
import { useHotline } from '@/features/banks/use-rules'
import { useConsent, useFamily } from '@/features/family'
import { ConsentScreen } from '@/features/family/consent-screen'
import { FamilyView } from '@/features/family/family-view'
import { Answered } from '@/features/screen/answered'
import { CitizenScreen } from '@/features/screen/citizen-screen'
import { back } from '@/platform/navigation'
import './index.scss'

const FamilyPage = () => {
  const { f } = useFamilyCopy()
  const query = useFamily()
  const hotline = useHotline()
  const [asked, setAsked] = useState('')
  const close = useCallback(() => setAsked(''), [])
  const consent = useConsent(close)
  const child = query.data?.children.find(({ childId }) => childId === asked)
  const ask = (childId: string) => {
    consent.reset()
    setAsked(childId)
  }
  if (child?.consent === 'needed' && !child.ended) return <ConsentScreen child={child} consent={consent} onBack={close} />
  return (
    <CitizenScreen task title={f.titles.family} onBack={() => void back()}>
      <Answered query={query} hotline={hotline} call={f.family.call} bones={['line', 'cell', 'cell', 'cell']}>
        {(family) => <FamilyView family={family} consent={consent} onAsk={ask} />}
      </Answered>
    </CitizenScreen>
  )
}

export default FamilyPage
