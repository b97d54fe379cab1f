import { createContext, useContext } from 'react'
import { copyIn } from './index'

export const CopyContext = createContext(copyIn('zh'))

/** The words and dates in the citizen's language. */
export const useCopy = () => useContext(CopyContext)
