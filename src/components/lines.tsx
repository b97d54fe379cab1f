import { View } from '@tarojs/components'

/** A few short sentences, each by itself, under a heading of the page's own. */
export const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <View className="sheet lines">{lines.map((line) => <View key={line} className="point">{line}</View>)}</View>
)
