import type { PropsWithChildren } from 'react'
import { copyIn } from '@/copy'
import { CopyContext } from '@/copy/context'
import { useSettings } from './index'

/** Gives every screen its words in the language the citizen chose. */
export const CopyProvider = ({ children }: PropsWithChildren) => (
  <CopyContext.Provider value={copyIn(useSettings().language)}>{children}</CopyContext.Provider>
)
