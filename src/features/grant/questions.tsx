import { View } from '@tarojs/components'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { useFamilyCopy } from '@/copy/family'
import { useIdentityCopy } from '@/copy/identity'
import { idNumberFault } from '@/domain/id-number'
import { grantPurposes } from '@/domain/words'
import { aria } from '@/platform/aria'
import { saidDay } from '../family/said-day'
import { cleanIdNumber, dayChoices, lastDay, mayBeProxy } from './draft'
import type { Granting } from './index'

const idLength = 18

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

/** What helps while the number is typed: how many there are, and once all are, what cannot be right. */
const useIdHelp = (idNumber: string) => {
  const { i } = useIdentityCopy()
  const { f } = useFamilyCopy()
  const { length } = idNumber
  const fault = idNumberFault(idNumber)
  const odd = /[^\dX]|X./.test(idNumber)
  if (length > idLength) return { error: i.bind.faults.length(length) }
  if (fault && (length === idLength || odd)) return { error: i.bind.faults[odd ? 'shape' : fault] }
  if (!mayBeProxy(idNumber, Date.now())) return { error: f.grant.minor }
  return { hint: fault ? length > 0 && i.bind.count(length) : i.bind.full }
}

export const WhoQuestion = ({ draft: { name, idNumber }, wrong, put }: Granting) => {
  const { f } = useFamilyCopy()
  const { i } = useIdentityCopy()
  const { error, hint } = useIdHelp(idNumber)
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
      <View>
        <Field
          label={f.grant.idNumber}
          example={i.bind.numberExample}
          icon="idcard"
          value={idNumber}
          error={wrong === 'idNumber' ? f.grant.wrong.idNumber : error}
          onChange={(typed) => put({ idNumber: cleanIdNumber(typed) })}
        />
        {hint && wrong !== 'idNumber' && <View className="sub">{hint}</View>}
      </View>
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
