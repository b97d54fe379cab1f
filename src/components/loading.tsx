import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import { useCopy } from '@/copy/context'

/** Quick answers should not flash; after this many ms the outline of what comes is shown. */
const delay = 300

const useLate = (): boolean => {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), delay)
    return () => clearTimeout(timer)
  }, [])
  return late
}

/** The shape of what comes, in the room it will take: nothing jumps when it is there. */
export const Loading = ({ bones }: { readonly bones: readonly ('line' | 'card' | 'cell')[] }) => {
  const { t } = useCopy()
  const late = useLate()
  return (
    <View className={`page-col${late ? '' : ' hidden'}`} {...aria({ role: 'status', busy: true, label: t.common.loading })}>
      {bones.map((bone, index) => <View key={index} className={`bone bone-${bone}`} />)}
    </View>
  )
}
