/** Saves a text as a file of the citizen's own. Phones have no place for one: there it is copied instead. */
export const saveText: ((name: string, text: string) => void) | undefined = undefined
