/** Whether this is a self-service terminal, which many people use one after the other; only a browser can be one. */
export const isTerminal = (): boolean => false
