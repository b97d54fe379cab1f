import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Field } from '@/components/field'
import { Heading } from '@/components/heading'
import { Progress } from '@/components/progress'
import { useToldCopy } from '@/copy/told'
import { passwordDigits } from '@/domain/service-password'
import { CitizenScreen } from '../screen/citizen-screen'
import type { PasswordSetting } from './index'
import { firstFault, isComplete, onlyDigits, secondFault } from './typed'

interface DigitsProps {
  readonly setting: PasswordSetting
  readonly at: number
  readonly onBack: () => void
}

/** Six digits, twice, hidden; what is wrong is said beside the field, before it is sent and after. */
export const Digits = ({ setting: { typed, refused, sending, put, set }, at, onBack }: DigitsProps) => {
  const { t, m } = useToldCopy()
  const { password } = m
  const simple = firstFault(typed, refused)
  const differs = secondFault(typed)
  const countOf = (words: string) => (words.length > 0 && words.length < passwordDigits ? password.count(words.length) : undefined)
  const off = simple ?? differs
  const offReason = off ? password[off] : isComplete(typed) ? undefined : password.missing
  const dock = <ActionButton words={password.set} busyWords={sending ? password.busy : undefined} offReason={offReason} onTap={set} />
  return (
    <CitizenScreen task title={m.titles.servicePassword} dock={dock} onBack={onBack}>
      <Progress at={at} of={at} words={t.common.step(at, at)} />
      <Heading words={password.ask} second={password.notKept} />
      <View className="page-col">
        <Field
          large
          label={password.first}
          example={password.example}
          icon="lock"
          hiddenDigits={passwordDigits}
          value={typed.first}
          hint={countOf(typed.first)}
          error={simple && password[simple]}
          onChange={(words) => put({ first: onlyDigits(words) })}
        />
        <Field
          large
          label={password.second}
          example={password.example}
          icon="lock"
          hiddenDigits={passwordDigits}
          value={typed.second}
          hint={countOf(typed.second)}
          error={differs && password[differs]}
          onChange={(words) => put({ second: onlyDigits(words) })}
        />
      </View>
    </CitizenScreen>
  )
}
