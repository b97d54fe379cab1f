import { Input, View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import { Icon } from './icon'
import type { IconName } from './icon-name'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly example: string
  readonly icon?: IconName
  /** What is right and what is there. */
  readonly error?: string | undefined
  readonly onChange: (value: string) => void
}

export const Field = ({ label, value, example, icon, error, onChange }: FieldProps) => (
  <View>
    <View className="field-label">{label}</View>
    <View className={`field-box${error ? ' field-wrong' : ''}`}>
      {icon && <Icon name={icon} />}
      <Input className="field-input" value={value} placeholder={example} onInput={({ detail }) => onChange(detail.value)} {...aria({ label })} />
    </View>
    {error && <View className="field-error" {...aria({ role: 'alert' })}><Icon name="bang" /><View>{error}</View></View>}
  </View>
)
