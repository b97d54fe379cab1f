import { Input, View } from '@tarojs/components'
import { aria, fieldName } from '@/platform/aria'
import { Icon } from './icon'
import type { IconName } from './icon-name'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly example: string
  readonly icon?: IconName
  /** Brings up the phone's keyboard for ID numbers: digits and an X; or for digits alone. */
  readonly type?: 'text' | 'idcard' | 'number'
  /** So many digits, which nobody is to read over one's shoulder. */
  readonly hiddenDigits?: number
  /** For the one thing a screen asks. */
  readonly large?: boolean
  /** What helps while it is being filled in. */
  readonly hint?: string | undefined
  /** What is right and what is there. */
  readonly error?: string | undefined
  readonly onChange: (value: string) => void
}

const digitsOnly = (maxlength: number) => ({ type: 'number', password: true, maxlength }) as const

export const Field = ({ label, value, example, icon, type = 'text', hiddenDigits, large = false, hint, error, onChange }: FieldProps) => (
  <View className={large ? 'field-large' : ''}>
    <View className="field-label">{label}</View>
    <View className={`field-box${error ? ' field-wrong' : ''}`}>
      {icon && <Icon name={icon} />}
      <Input
        className="field-input"
        type={type}
        {...(hiddenDigits && digitsOnly(hiddenDigits))}
        value={value}
        placeholder={example}
        placeholderClass="field-example"
        onInput={({ detail }) => onChange(detail.value)}
        {...fieldName(label, Boolean(hiddenDigits))}
      />
    </View>
    {hint && !error && <View className="field-hint" {...aria({ live: 'polite' })}>{hint}</View>}
    {error && <View className="field-error" {...aria({ role: 'alert' })}><Icon name="bang" /><View>{error}</View></View>}
  </View>
)
