import type { PropsWithChildren } from 'react'
import { CopyContext } from '@/copy/context'
import { terminalCopyIn } from '@/copy/kiosk'
import { useSettings } from '../settings'

/** Gives a terminal's screens all words as it says them. */
export const TerminalWords = ({ children }: PropsWithChildren) => (
  <CopyContext.Provider value={terminalCopyIn(useSettings().language)}>{children}</CopyContext.Provider>
)
