import { useMemo } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import { pngOf } from './png'

interface QrPictureProps {
  readonly modules: readonly (readonly boolean[])[]
  readonly label: string
}

/** A QR code, sharp at any size, on white with its light edge in dark mode too: a scanner knows no other way. */
export const QrPicture = ({ modules, label }: QrPictureProps) => {
  const backgroundImage = useMemo(() => `url(data:image/png;base64,${pngOf(modules)})`, [modules])
  return <View className="qr" {...aria({ role: 'img', label })}><View className="qr-code" style={{ backgroundImage }} /></View>
}
