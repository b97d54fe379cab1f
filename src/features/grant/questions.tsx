import { View } from '@tarojs/components'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { useFamilyCopy } from '@/copy/family'
import { useIdentityCopy } from '@/copy/identity'
import { grantPurposes } from '@/domain/words'
import { aria } from '@/platform/aria'
import { saidDay } from '../family/said-day'
import { cleanIdNumber, helpWith } from '../identity/id-number'
import { dayChoices, lastDay, mayBeProxy } from './draft'
import type { Granting } from './index'

const Wrong = ({ words }: { readonly words: string }) => (
  <View className="field-error" {...aria({ role: 'alert' })}><Icon name="bang" /><View>{words}</View></View>
)

export const PurposeQuestion = ({ draft, wrong, put }: Granting) => {
  const { f } = useFamilyCopy()
  const options = grantPurposes.map((value) => ({ value, words: f.purposes[value], second: f.purposeSecond[value] }))
  return (
    <View>
      <Choice label={f.grant.purposeAsk} options={options} chosen={draft.purpose} onChoose={(purpose) => put({ purpose })} />
      {wrong === 'purpose' && <Wrong words={f.grant.wrong.purpose} />}
    </View>
  )
}

/** What helps while the number is typed, and that a minor's is of no use. */
const useIdHelp = (idNumber: string) => {
  const { i } = useIdentityCopy()
  const { f } = useFamilyCopy()
  return mayBeProxy(idNumber, Date.now()) ? helpWith(idNumber, i) : { error: f.grant.minor }
}

export const WhoQuestion = ({ draft: { name, idNumber }, wrong, put }: Granting) => {
  const { f } = useFamilyCopy()
  const { i } = useIdentityCopy()
  const typing = useIdHelp(idNumber)
  const help = wrong === 'idNumber' ? { error: f.grant.wrong.idNumber } : typing
  return (
    <View className="page-col">
      <Field
        label={f.grant.name}
        example={i.bind.nameExample}
        icon="person"
        value={name}
        error={wrong === 'name' ? f.grant.wrong.name : undefined}
        onChange={(typed) => put({ name: typed })}
      />
      <Field
        label={f.grant.idNumber}
        example={i.bind.numberExample}
        icon="idcard"
        type="idcard"
        value={idNumber}
        {...help}
        onChange={(typed) => put({ idNumber: cleanIdNumber(typed) })}
      />
    </View>
  )
}

export const UntilQuestion = ({ draft, wrong, put, maxDays }: Granting) => {
  const { f } = useFamilyCopy()
  const now = Date.now()
  const options = dayChoices(maxDays).map((days) => ({ value: String(days), words: f.grant.days(days), second: f.grant.last(saidDay(lastDay(days, now), f)) }))
  return (
    <View>
      <Choice label={f.grant.untilAsk} options={options} chosen={String(draft.days)} onChoose={(days) => put({ days: Number(days) })} />
      {wrong === 'lastDay' && <Wrong words={f.grant.wrong.lastDay} />}
    </View>
  )
}
