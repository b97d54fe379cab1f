import type { ReactNode } from 'react'
import { callPhone } from '@/platform/phone-call'
import { Tap } from './tap'

export interface CallBoxProps {
  readonly className: string
  readonly label: string
  readonly number: string
  readonly children: ReactNode
}

/** A number that one tap calls. */
export const CallBox = ({ className, label, number, children }: CallBoxProps) => (
  <Tap className={className} label={label} onTap={() => void callPhone(number)}>{children}</Tap>
)
