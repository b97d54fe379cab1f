import { missingPapers } from './papers'
import type { Deed, Paper, Role } from './words'

/** Whose ID card it is that somebody acts by. */
const idCardOf: Readonly<Record<Role, Paper>> = { cardholder: 'holderId', guardian: 'guardianId', proxy: 'proxyId' }

/** Whether the card itself has to lie on a terminal's reader: unhooked it is to be there (rule 10), and a new one is activated by whoever has it (rule 21). */
export const takesCard = (deed: string): boolean => deed === 'releaseLoss' || deed === 'activate'

/** What a terminal's readers have read of whoever acts: the ID card that they put on, and where it takes the card itself, that too. */
export const papersRead = (role: Role, deed: Deed): Paper[] => (takesCard(deed) ? [idCardOf[role], 'card'] : [idCardOf[role]])

/**
 * Whether that is all it takes to act as this: a reader reads no household register, and one ID card at a time, so that a terminal that
 * nobody stands beside serves cardholders alone (rules 7 and 19).
 */
export const mayActByIdCard = (role: Role): boolean => missingPapers(role, false, 'terminal', papersRead(role, 'see')).length === 0
