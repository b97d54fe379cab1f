import { createContext, useContext } from 'react'

/** Told once the server knows the session no more, by whoever hears of it first. */
export const GoneContext = createContext<() => void>(() => undefined)

export const useGone = (): (() => void) => useContext(GoneContext)
