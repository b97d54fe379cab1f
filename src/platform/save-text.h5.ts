import { download } from './download'

/** Saves a text as a file of the citizen's own: the browser downloads it. */
export const saveText: ((name: string, text: string) => void) | undefined = (name, text) => download(name, new Blob([text], { type: 'application/json' }))
