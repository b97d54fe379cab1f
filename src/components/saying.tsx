import { View } from '@tarojs/components'

/** Something that is so, and the line that helps on with it: where a list has nothing to show, or shows it no longer. */
export const Saying = ({ title, words }: { readonly title: string; readonly words: string }) => (
  <View className="sheet sheet-in">
    <View className="bold">{title}</View>
    <View className="sub">{words}</View>
  </View>
)
