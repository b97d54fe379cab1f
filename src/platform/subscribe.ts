/**
 * Has the platform ask leave to send messages by some of its templates; to be called in the tap itself, since WeChat asks at no other
 * time. Answers with those that were allowed; none where it was refused, or could not be asked. Undefined in a browser.
 */
export const askLeave: ((templates: readonly string[]) => Promise<readonly string[]>) | undefined = undefined
