import { missingPapers } from './papers'
import type { Paper, Role } from './words'

/** Whose ID card it is that somebody acts by. */
const idCardOf: Readonly<Record<Role, Paper>> = { cardholder: 'holderId', guardian: 'guardianId', proxy: 'proxyId' }

/** What a terminal's readers have read of whoever acts: the ID card that they put on, and for a release the card itself (rule 10). */
export const papersRead = (role: Role, isRelease: boolean): Paper[] => (isRelease ? [idCardOf[role], 'card'] : [idCardOf[role]])

/**
 * Whether that is all it takes to act as this: a reader reads no household register, and one ID card at a time, so that a terminal that
 * nobody stands beside serves cardholders alone (rules 7 and 19).
 */
export const mayActByIdCard = (role: Role): boolean => missingPapers(role, false, 'terminal', papersRead(role, false)).length === 0
