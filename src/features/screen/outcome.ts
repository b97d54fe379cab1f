import type { Flow } from '../flow'

/** What a finished flow shows: the receipt if there is one, and the card after it. */
export type Outcome = NonNullable<Flow['outcome']>
