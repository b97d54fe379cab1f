import { cityCodes } from '@/domain/policies'
import type { Repository } from '../../../repository'
import { operatorId, type Partner } from '../../../runtime/partner'
import type { Ask } from './ask'

/** What a command works with: who runs it, the words after its name, and its options. */
export interface Given {
  readonly by: string
  readonly words: readonly string[]
  readonly days: string | undefined
  readonly outcome: string | undefined
  readonly ask: Ask
}

/** Something that an operator may do. */
export interface Deed {
  readonly usage: string
  /** How many words may come after its name. */
  readonly words: readonly number[]
  /** What it is done to, by a key: written down before it is done. Throws a sentence where that can be nothing. */
  subject(given: Given, repository: Repository): Promise<string>
  /** Does it, and gives what is to be said of it. Throws a sentence. */
  run(given: Given, repository: Repository, subject: string): Promise<string>
}

/** Every city's offices, as the record knows who asks: nobody stands before an operator. */
export const office: Partner = { partnerId: operatorId, name: operatorId, channel: 'bureau', bank: null, cities: cityCodes, operations: [], staff: null }

export const word = ({ words }: Given, index: number): string => words[index] ?? ''
