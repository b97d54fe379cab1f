import { useMemo } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/platform/aria'
import { qrDrawing } from '../reissue/qr'

interface QrPictureProps {
  readonly code: string
  readonly label: string
}

/** A QR code, sharp at any size, on white with its light edge in dark mode too: a scanner knows no other way. */
export const QrPicture = ({ code, label }: QrPictureProps) => {
  const backgroundImage = useMemo(() => `url(data:image/svg+xml,${encodeURIComponent(qrDrawing(code))})`, [code])
  return <View className="qr" {...aria({ role: 'img', label })}><View className="qr-code" style={{ backgroundImage }} /></View>
}
