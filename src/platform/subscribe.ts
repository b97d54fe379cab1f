/**
 * What came of asking for leave: the templates that were allowed, one at least; a refusal; that the platform does not ask, and only its
 * own settings change that; or that this could not be asked now.
 */
export type Leave = readonly string[] | 'refused' | 'settings' | 'notAsked'

/** Whether the platform can be asked for leave: not in a browser, nor in an app that is too old. */
export const canAskLeave = (): boolean => false

/**
 * Has the platform ask leave to send messages by some of its templates, three at most; to be called in the tap itself, since WeChat asks
 * at no other time.
 */
export const askLeave = async (_templates: readonly string[]): Promise<Leave> => 'notAsked'

/** Opens the platform's settings of this mini-program; undefined where there is no sure way to them. */
export const openSettings: (() => void) | undefined = undefined
