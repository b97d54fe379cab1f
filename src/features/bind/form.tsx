import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Field } from '@/components/field'
import { Heading } from '@/components/heading'
import { Progress } from '@/components/progress'
import { useIdentityCopy } from '@/copy/identity'
import { cleanIdNumber, helpWith } from '../identity/id-number'
import { OtherWays } from '../identity/other-ways'
import { CitizenScreen } from '../screen/citizen-screen'
import { useSettings } from '../settings'
import { Ended } from './ended'
import { missingIn, type Binding, type Claim } from './use-bind'

interface FormProps {
  readonly binding: Binding
  readonly onBack: () => void
}

const NameField = ({ binding: { claim, put } }: Pick<FormProps, 'binding'>) => {
  const { i } = useIdentityCopy()
  return <Field large label={i.bind.name} example={i.bind.nameExample} value={claim.name} onChange={(name) => put({ name })} />
}

const NumberField = ({ binding: { claim, put } }: Pick<FormProps, 'binding'>) => {
  const { i } = useIdentityCopy()
  const change = (typed: string) => put({ idNumber: cleanIdNumber(typed) })
  return <Field large type="idcard" label={i.bind.number} example={i.bind.numberExample} value={claim.idNumber} onChange={change} {...helpWith(claim.idNumber, i)} />
}

/** Why one cannot go on yet; a number that is wrong says so at its own field. */
const useOffReason = (missing: keyof Claim | undefined): string | undefined => {
  const { i } = useIdentityCopy()
  return missing && { name: i.bind.nameMissing, idNumber: i.bind.numberMissing }[missing]
}

/** Both on one screen. */
const FullForm = ({ binding, onBack }: FormProps) => {
  const { t, i } = useIdentityCopy()
  const offReason = useOffReason(missingIn(binding.claim))
  return (
    <CitizenScreen task title={i.bind.bar} dock={<ActionButton words={i.bind.next} offReason={offReason} onTap={() => binding.goTo('check')} />} onBack={onBack}>
      <Ended />
      <Progress at={1} of={2} words={t.common.step(1, 2)} />
      <Heading words={i.bind.title} second={i.bind.second} />
      <NameField binding={binding} />
      <NumberField binding={binding} />
      <View className="sub">{i.bind.kept}</View>
      <OtherWays words={i.bind.check} />
    </CitizenScreen>
  )
}

/** In elder mode one question a screen. */
const ElderForm = ({ binding, onBack }: FormProps) => {
  const { t, i } = useIdentityCopy()
  const { step, claim, goTo } = binding
  const asksName = step === 'name'
  const missing = missingIn(claim)
  const offReason = useOffReason(asksName && missing !== 'name' ? undefined : missing)
  const dock = <ActionButton words={i.bind.next} offReason={offReason} onTap={() => goTo(asksName ? 'idNumber' : 'check')} />
  return (
    <CitizenScreen task title={i.bind.bar} dock={dock} onBack={asksName ? onBack : () => goTo('name')}>
      {asksName && <Ended />}
      <Progress at={asksName ? 1 : 2} of={3} words={t.common.step(asksName ? 1 : 2, 3)} />
      <Heading words={asksName ? i.bind.nameAsk : i.bind.numberAsk} second={i.bind.kept} />
      {asksName ? <NameField binding={binding} /> : <NumberField binding={binding} />}
      <OtherWays words={i.bind.check} />
    </CitizenScreen>
  )
}

/** One's name and ID number, to be checked against one's face. */
export const Form = (props: FormProps) => (useSettings().mode === 'elder' ? <ElderForm {...props} /> : <FullForm {...props} />)
