let here = false

export const isTerminal = (): boolean => here

/** The server named this browser a terminal, or does not any more. Nothing in an address can. */
export const setTerminal = (is: boolean): void => {
  here = is
}
