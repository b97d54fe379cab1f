import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'

/** The sentence that says the state or asks the question, with a quieter line under it. */
export const Heading = ({ words, second }: { readonly words: string; readonly second?: string | undefined }) => (
  <View className="lead">
    <View className="h1" {...aria({ role: 'heading', level: 1 })}>{words}</View>
    {second && <View className="sub">{second}</View>}
  </View>
)

export const Subheading = ({ words }: { readonly words: string }) => (
  <View className="h2" {...aria({ role: 'heading', level: 2 })}>{words}</View>
)
