import { myDataOperations, type MyDataOperationName } from '@/contract/my-data'
import type { Named } from '../asked'

const of = <Name extends MyDataOperationName>(name: Name): Named<Name> => ({ name, ...myDataOperations[name] })

/** What is asked and done about what is kept of oneself, as its page asks for it. */
export const myDataAsks = { show: of('person/myData'), copy: of('person/exportData'), erase: of('person/eraseData') } as const
