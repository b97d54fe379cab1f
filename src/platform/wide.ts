import { systemInfo } from './system-info'

/** From this width in CSS pixels on, list and map have room side by side. */
const wideFrom = 900

export const isWide = (): boolean => systemInfo().width >= wideFrom

/** Tells when that changes; a phone's window keeps its width while a page is open. */
export const onWideChange = (_tell: () => void): (() => void) => () => undefined
