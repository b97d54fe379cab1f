import { useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Field } from '@/components/field'
import { Heading } from '@/components/heading'
import { Notice } from '@/components/notice'
import { Mark, Result } from '@/components/result'
import { useKioskCopy } from '@/copy/kiosk'
import { goHome } from '@/platform/navigation'
import { PlainScreen } from '../screen/plain-screen'
import { useStore } from '../store'
import { place } from './place'
import { useEnrolment } from './use-enrolment'

const NotEnrolled = ({ isDoubtful }: { readonly isDoubtful: boolean }) => {
  const { k: { enrol } } = useKioskCopy()
  return isDoubtful
    ? <Notice kind="bad" icon="offline" title={enrol.unsure}>{enrol.unsureNext}</Notice>
    : <Notice kind="bad" title={enrol.refused}>{enrol.refusedNext}</Notice>
}

const Typing = () => {
  const { t, k: { enrol } } = useKioskCopy()
  const [code, setCode] = useState('')
  const { busy, failure, send } = useEnrolment()
  const tooMany = failure?.code === 'tooManyRequests'
  return (
    <PlainScreen task title={enrol.title} dock={<ActionButton words={enrol.go} busyWords={busy ? enrol.busy : undefined} onTap={() => send(code)} />}>
      <Heading words={enrol.ask} second={enrol.second} />
      <Field large label={enrol.label} value={code} example={enrol.example} onChange={setCode} />
      {tooMany && <Notice kind="bad" icon="clock" title={t.errors.tooManyRequests.title}>{t.errors.tooManyRequests.next}</Notice>}
      {failure && !tooMany && <NotEnrolled isDoubtful={failure.retryable} />}
    </PlainScreen>
  )
}

/** Where the code that an operator was given makes this browser a terminal. */
export const Enrol = () => {
  const { k: { enrol, somewhere } } = useKioskCopy()
  const at = useStore(place)
  if (at.is !== 'terminal') return <Typing />
  return (
    <PlainScreen task title={enrol.title} dock={<ActionButton words={enrol.toStart} onTap={() => void goHome()} />}>
      <View><Result title={enrol.done} second={enrol.doneAt(at.kiosk.outletName ?? somewhere)} picture={<Mark kind="good" icon="ok" />} /></View>
    </PlainScreen>
  )
}
