import { View } from '@tarojs/components'
import { useFamilyCopy } from '@/copy/family'
import type { DataClass } from '@/domain/retention'
import { saidKept } from './said-span'

interface KeptClassProps {
  readonly data: DataClass
  /** How much of it, or why it is kept: one line of its own. */
  readonly beside: string
}

/** One class of what is kept: what it is, what is in it, and how long, as the code itself has it. */
export const KeptClass = ({ data, beside }: KeptClassProps) => {
  const { f } = useFamilyCopy()
  const { what, has } = f.kept[data]
  return (
    <View className="kin">
      <View className="bold">{what}</View>
      <View>{beside}</View>
      <View className="sub">{has}</View>
      <View className="sub">{f.privacy.line(f.privacy.long, saidKept(data, f))}</View>
    </View>
  )
}
