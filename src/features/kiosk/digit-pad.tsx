import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { Tap } from '@/components/tap'
import { useKioskCopy } from '@/copy/kiosk'
import { aria } from '@/platform/aria'
import { onKeypad } from '@/platform/kiosk/keys'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const

interface DigitPadProps {
  readonly onDigit: (digit: string) => void
  readonly onErase: () => void
}

/** Keys for digits, on the screen: a terminal need not have any other. */
export const DigitPad = ({ onDigit, onErase }: DigitPadProps) => {
  const { k: { password } } = useKioskCopy()
  useEffect(() => onKeypad(onDigit, onErase), [onDigit, onErase])
  return (
    <View className="kiosk-keys" {...aria({ role: 'group', label: password.pad })}>
      {digits.map((digit) => <Tap key={digit} className={`kiosk-key${digit === '0' ? ' kiosk-key-last' : ''}`} onTap={() => onDigit(digit)}>{digit}</Tap>)}
      <Tap className="kiosk-key kiosk-key-erase" onTap={onErase}>{password.erase}</Tap>
    </View>
  )
}
