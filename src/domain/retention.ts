import { day } from './units'

export const dataClasses = ['identity', 'cardRecord', 'account', 'session', 'identityCheck', 'answer', 'consent', 'grant', 'counter', 'message', 'order', 'lookUp'] as const
/** What is kept of people, by what it is for. */
export type DataClass = (typeof dataClasses)[number]

/**
 * How long (ms) each class is kept after its purpose has ended, `null` where the law keeps it as long as there is a card: the
 * agency's own record of people, cards and what happened to them. The other times are this service's own choice, none longer than
 * its purpose: to undo, to prove, to repeat an answer.
 */
export const keptFor: Readonly<Record<DataClass, number | null>> = {
  identity: null,
  cardRecord: null,
  /** After unbinding, so that its owner is told when and why. */
  account: 30 * day,
  /** After it ended or ran out. */
  session: 7 * day,
  /** After it began: who was checked for what and how it ended, for a dispute; the claimed name and number go as soon as it has ended. */
  identityCheck: 180 * day,
  /** For a retry. */
  answer: 30 * day,
  /** After it was withdrawn, as proof that it had been given. */
  consent: 3 * 365 * day,
  /** After it ended, for a dispute about what the proxy did. */
  grant: 180 * day,
  /** Of tries, after they stopped counting; and what was sent once, so that it is not taken twice. */
  counter: day,
  /** What somebody was told, and how it was sent. */
  message: 365 * day,
  /** Where a new card is sent, after it was handed over or the application taken back; the photo goes with that day. */
  order: 90 * day,
  /** Who looked at a card through a partner. */
  lookUp: 365 * day,
}
