/** The day (YYYY-MM-DD) of the privacy notice as it reads now: whoever agrees agrees to this one. A new day with every new sense. */
export const privacyNotice = '2026-11-25'
