/** A phone's own reader goes into what has opened, and back, by itself. */
export const moveFocusInto = (_selector: string): (() => void) => () => undefined
