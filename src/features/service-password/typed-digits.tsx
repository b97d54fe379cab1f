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

export interface DigitsProps {
  readonly setting: PasswordSetting
  readonly title: string
  /** What is asked, and what setting it does. */
  readonly words: { readonly ask: string; readonly set: string; readonly busy: string }
  readonly at: number
  readonly onBack: () => void
}

/** Six digits, twice, hidden; what is wrong is said beside the field, before it is sent and after. */
export const TypedDigits = ({ setting: { typed, refused, sending, put, set }, title, words, at, onBack }: DigitsProps) => {
  const { t, m } = useToldCopy()
  const { password } = m
  const simple = firstFault(typed, refused)
  const differs = secondFault(typed)
  const countOf = (digits: string) => (digits.length > 0 && digits.length < passwordDigits ? password.count(digits.length) : undefined)
  const off = simple ?? differs
  const offReason = off ? password[off] : isComplete(typed) ? undefined : password.missing
  const dock = <ActionButton words={words.set} busyWords={sending ? words.busy : undefined} offReason={offReason} onTap={set} />
  return (
    <CitizenScreen task title={title} dock={dock} onBack={onBack}>
      <Progress at={at} of={at} words={t.common.step(at, at)} />
      <Heading words={words.ask} second={password.notKept} />
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
          onChange={(digits) => put({ first: onlyDigits(digits) })}
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
          onChange={(digits) => put({ second: onlyDigits(digits) })}
        />
      </View>
    </CitizenScreen>
  )
}
