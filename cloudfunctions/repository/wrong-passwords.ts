/** Under what wrong service passwords are counted, as the limiter names its rows: for each card, whoever calls. */
export const wrongPasswords = 'password'

/** The row of a card. */
export const wrongPasswordsOf = (cardKey: string): string => `${wrongPasswords}:${cardKey}`
