import { toIso, type Instant } from '@/domain/time'
import { eventOnWire } from '../card/wire'
import type { WholeData } from '../repository'
import { maskedName, maskedNumber } from '../runtime/mask'

type Part<Name extends keyof WholeData> = WholeData[Name] extends readonly (infer Item)[] ? Item : never

const at = (time: Instant | null) => (time === null ? undefined : toIso(time))

/** A partner's word, with whoever it named masked as they are in the history. */
const wordIn = ({ at: time, actorName, ...said }: Part<'cards'>['attestations'][number]) =>
  ({ at: toIso(time), ...said, ...(actorName !== null && { actor: maskedName(actorName) }) })

const lookUpIn = ({ at: time, outlet, ...looked }: Part<'cards'>['lookUps'][number]) => ({ at: toIso(time), ...looked, ...(outlet !== null && { outlet }) })

const orderIn = ({ applied_at: applied, accepted_at: accepted, moved_at: moved, parts, photo, ...order }: Part<'cards'>['orders'][number]) =>
  ({ ...order, appliedAt: at(applied), acceptedAt: at(accepted), movedAt: at(moved), ...parts, ...(photo !== null && { photo }) })

const cardIn = ({ view, events, attestations, lookUps, orders, passwordSetAt }: Part<'cards'>) => {
  const { socialSecurity, financial } = view.card.functions
  return {
    number: view.number,
    city: view.city,
    issuingBank: view.issuingBank,
    socialSecurity: { life: socialSecurity.life, since: toIso(socialSecurity.since) },
    financial: { life: financial.life, since: toIso(financial.since) },
    history: events.map(eventOnWire),
    saidByPartners: attestations.map(wordIn),
    orders: orders.map(orderIn),
    lookedAtByPartners: lookUps.map(lookUpIn),
    servicePasswordSetAt: at(passwordSetAt),
  }
}

const sessionIn = ({ begun_at: begun, expires_at: expires, ended_at: ended }: Part<'sessions'>) =>
  ({ begunAt: at(begun), expiresAt: at(expires), endedAt: at(ended) })

const checkIn = ({ purpose, result, provider, begun_at: begun, completed_at: completed, used_at: used }: Part<'checks'>) =>
  ({ purpose, result, provider, begunAt: at(begun), completedAt: at(completed), usedAt: at(used) })

const consentIn = ({ what, notice, given_at: given, withdrawn_at: withdrawn, childName }: Part<'consents'>) =>
  ({ what, ...(childName !== null && { child: maskedName(childName) }), notice, givenAt: at(given), withdrawnAt: at(withdrawn) })

/** One's own card's number is one's own; the holder's is another's. */
const grantIn = ({ given, name, cardNumber, purpose, grantedAt, endsAt, revokedAt }: Part<'grants'>) => ({
  ...(given ? { proxy: maskedName(name), card: cardNumber } : { holder: maskedName(name), card: maskedNumber(cardNumber) }),
  purpose,
  grantedAt: at(grantedAt),
  until: at(endsAt),
  takenBackAt: at(revokedAt),
})

/** Who acted is named in the card's history. */
const messageIn = ({ cardNumber, own, notice: { about, function: of, at: happened, channel, by }, toldAt, readAt, sentBy, sentAt }: Part<'messages'>) => ({
  card: own ? cardNumber : maskedNumber(cardNumber),
  about,
  function: of,
  at: at(happened),
  channel,
  by,
  toldAt: at(toldAt),
  readAt: at(readAt),
  ...(sentBy !== null && { sentBy, sentAt: at(sentAt) }),
})

const childIn = ({ name, consent, endsOn, ended }: Part<'children'>) => ({ name: maskedName(name), consent, endsOn, ended })

/** What is kept of a person as they read it: themselves in clear, others masked, and no key, hash or seal of ours. */
export const copyOf = (data: WholeData) => {
  const { person: { name, idNumber, phone }, cards, accounts, sessions, checks, consents, grants, messages, children, guardians } = data
  return {
    writtenAt: toIso(data.at),
    identity: { name, idNumber, ...(phone !== '' && { phone }) },
    cards: cards.map(cardIn),
    accounts: accounts.map(({ channel, boundAt, allowed }) => ({ channel, boundAt: toIso(boundAt), mayBeSent: allowed })),
    sessions: sessions.map(sessionIn),
    identityChecks: checks.map(checkIn),
    consents: consents.map(consentIn),
    grantsGiven: grants.filter(({ given }) => given).map(grantIn),
    grantsReceived: grants.filter(({ given }) => !given).map(grantIn),
    messages: messages.map(messageIn),
    children: children.map(childIn),
    guardians: guardians.map(maskedName),
  }
}
