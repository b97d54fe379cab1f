/** Whether the system asks for less motion; phones do not tell a mini-program. */
export const reducedMotion = (): boolean => false
