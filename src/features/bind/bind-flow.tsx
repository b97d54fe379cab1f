import { useEffect, useState } from 'react'
import { ActionButton } from '@/components/action-button'
import { useIdentityCopy } from '@/copy/identity'
import { back } from '@/platform/navigation'
import { CheckScreen } from '../identity'
import { useQuestion } from '../query'
import { CitizenScreen } from '../screen/citizen-screen'
import { keepBound } from '../session/store'
import { useSettings } from '../settings'
import { Form } from './form'
import { Done, NotBound, Unsure } from './outcome'
import { useBind, type Binding } from './use-bind'

const leave = (): void => void back()

const Check = ({ check, sending, goTo }: Binding) => {
  const { i } = useIdentityCopy()
  const elder = useSettings().mode === 'elder'
  const at = elder ? 3 : 2
  return (
    <CheckScreen
      check={check}
      title={i.bind.bar}
      words={i.bind.check}
      progress={{ at, of: at }}
      busyWords={sending ? i.bind.busy : undefined}
      onBack={() => goTo(elder ? 'idNumber' : 'name')}
    />
  )
}

/** Who it is: as this page found out, or, for whoever comes here without need, as it is known already. */
const useKnown = ({ step, bound }: Binding) => {
  const [opened] = useState(Date.now)
  const { data, checkedAt = 0 } = useQuestion('session/account', {}, { staleTime: 0 })
  // what was known before this page may have ended since
  const name = checkedAt >= opened ? data?.maskedName : undefined
  // on another phone of the same account, perhaps
  useEffect(() => {
    if (name) keepBound(true)
  }, [name])
  if (bound) return bound
  return step === 'name' && name ? { maskedName: name, moved: false } : undefined
}

/** Saying once whose account this is: name and number, the check, and what came of it. */
export const BindFlow = () => {
  const { i } = useIdentityCopy()
  const binding = useBind()
  const { step, failure, retry } = binding
  const known = useKnown(binding)
  const dock = known && <ActionButton words={i.bind.go} onTap={leave} />
  if (!known && (step === 'name' || step === 'idNumber')) return <Form binding={binding} onBack={leave} />
  if (step === 'check') return <Check {...binding} />
  return (
    <CitizenScreen task title={i.bind.bar} dock={dock} onBack={leave}>
      {known && <Done name={known.maskedName} moved={known.moved} />}
      {step === 'unsure' && <Unsure onRetry={retry} />}
      {failure && <NotBound failure={failure} onRetry={retry} />}
    </CitizenScreen>
  )
}
