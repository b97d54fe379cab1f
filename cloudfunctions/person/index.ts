import { defineFunction } from '../runtime/define-function'
import { consent } from './consent'
import { eraseData } from './erase-data'
import { exportData } from './export-data'
import { family } from './family'
import { grantProxy } from './grant-proxy'
import { inbox } from './inbox'
import { messageTemplates } from './message-templates'
import { myData } from './my-data'
import { readInbox } from './read-inbox'
import { revokeProxy } from './revoke-proxy'
import { subscribe } from './subscribe'

/** People: the children in one's care, whom one acts for and who acts for oneself, and what is kept of oneself. */
export const main = defineFunction('person', {
  family, consent, grantProxy, revokeProxy, inbox, readInbox, messageTemplates, subscribe, myData, exportData, eraseData,
})
