import { View } from '@tarojs/components'

export interface SummaryRow {
  readonly label: string
  readonly value: string
  readonly second?: string | undefined
}

/** Facts as label and value; text can be picked up, for a receipt number one wants to keep. */
export const Summary = ({ rows }: { readonly rows: readonly SummaryRow[] }) => (
  <View className="sheet sum picks">
    {rows.map(({ label, value, second }) => (
      <View key={label} className="sum-row">
        <View className="sum-label">{label}</View>
        <View className="sum-value">
          <View>{value}</View>
          {second && <View className="sub">{second}</View>}
        </View>
      </View>
    ))}
  </View>
)
