import type { MessageTemplate } from '@/contract'
import { RequestError } from '../runtime/errors'
import type { MessageValue, Template } from '../runtime/message-config'
import { PlatformFault } from './fault'
import { Unheard } from './post-once'

/** What a message says, by what a template's fields can be filled with. */
export type MessageTexts = Readonly<Record<Template['language'], Readonly<Record<MessageValue, string>>>>

/** A message for one person. `to`: the platform's id of their account, or their phone number. */
export interface Outgoing {
  readonly id: string
  readonly to: string
  readonly template: MessageTemplate
  readonly texts: MessageTexts
  /** The same in one sentence. */
  readonly sms: string
}

/**
 * What became of a message: taken; not taken and never will be as it is (`why`: the other side's own code, or `notSubscribed`); certainly not
 * taken just now; or nobody knows.
 */
export type Outcome =
  | { readonly is: 'accepted' | 'busy' | 'unknown' }
  | { readonly is: 'refused'; readonly why: string }

export interface Messenger {
  /** Gives a message to whoever brings it, once. */
  send(message: Outgoing): Promise<Outcome>
}

export const refused = (why: string): Outcome => ({ is: 'refused', why })

/** What a call that failed means for what was to be sent by it. */
const outcomeOfThrown = (thrown: unknown): Outcome => {
  if (thrown instanceof Unheard) return { is: 'unknown' }
  if (thrown instanceof RequestError) return { is: 'busy' }
  if (thrown instanceof PlatformFault) return refused(thrown.code)
  throw thrown
}

/** A call, and what an answer to it means. */
export const outcomeOf = <Answer>(call: Promise<Answer>, meaning: (answer: Answer) => Outcome): Promise<Outcome> => call.then(meaning).catch(outcomeOfThrown)

/** A template's fields, filled. */
export const fieldsOf = ({ fields, language }: Template, texts: MessageTexts): Record<string, { value: string }> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value: texts[language][value] }]))
