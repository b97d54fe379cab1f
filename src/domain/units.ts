const second = 1000
/** Lengths of time in milliseconds; they stand apart from the calendar, which phones do without. */
export const minute = 60 * second
export const hour = 60 * minute
/** A report's day is 86,400 seconds, whatever a calendar says. */
export const day = 24 * hour
