import * as v from 'valibot'
import { replyOf } from '@/contract'
import { outlet, outletList, foundOutlet, outletId, point } from '@/contract/outlet-shapes'
import { applicant, byAnything, byCard, done, evidence, feedEvent, partnerCard, staff } from '@/contract/partner-shapes'
import { cityRules } from '@/contract/policy'
import {
  actionState, bank, card, cardId, cardNumber, citizenName, city, cursor, dispute, historyEvent, idempotencyKey, idNumber, instant, report, servicePassword, shown, verificationId,
} from '@/contract/shapes'

interface Named {
  readonly schema: v.GenericSchema
  readonly description: string
  /** What is checked in code, as far as a schema can say it. */
  readonly pattern?: string
}

/** The answer of every request that is refused. */
const [, refused] = replyOf(v.object({})).options

/** What has a name of its own in the document, and what is to be known of it. */
export const named: Readonly<Record<string, Named>> = {
  Instant: { schema: instant, description: 'ISO 8601 with an offset; ours all carry +08:00.' },
  CardId: { schema: cardId, description: 'The id of a card, as an answer gave it.' },
  CardNumber: { schema: cardNumber, description: 'The number on a card: 16 to 19 digits, or a letter and 8 digits.' },
  IdNumber: {
    schema: idNumber,
    pattern: '^\\s*\\d{17}[\\dXx]\\s*$',
    description: 'A citizen’s ID number of 18 characters, whose date must be one and whose check digit must be right (GB 11643-1999). Spaces around it are taken away, and a small x is read as a large one.',
  },
  CitizenName: { schema: citizenName, description: 'A citizen’s name. Spaces around it are taken away first; then at most 64 UTF-16 code units are left, and at least one.' },
  IdempotencyKey: {
    schema: idempotencyKey,
    description: 'Chosen once for each thing that somebody means to do. The same request again under the same key is answered as the first was; another request under it is refused with idempotencyKeyReused.',
  },
  VerificationId: { schema: verificationId, description: 'An identity check, as session/beginVerification gave it.' },
  Cursor: { schema: cursor, description: 'Where the next page begins, as the page before gave it; absent on the last.' },
  ServicePassword: { schema: servicePassword, description: 'The password of the voice line. One that is too easy to guess is refused with passwordTooSimple.' },
  City: { schema: city, description: 'A city with rules of its own; national is what holds elsewhere.' },
  FunctionState: { schema: shown, description: 'How one of a card’s two functions is at the time of the answer.' },
  ActionState: { schema: actionState, description: 'Whether something can be done to the card here and now; else why not, and in which channels it can.' },
  Card: { schema: card, description: 'A card as its holder, or who acts for them, sees it; name and number are masked.' },
  Report: { schema: report, description: 'A loss report with its receipt number.' },
  Dispute: { schema: dispute, description: 'That somebody says it was not them, and how it ended.' },
  HistoryEvent: { schema: historyEvent, description: 'Something that happened to a card.' },
  Bank: { schema: bank, description: 'A bank that issues cards. Where verified is false, its hotline has not been checked.' },
  ByCard: { schema: byCard, description: 'A card by its number, or by the id that an earlier answer gave.' },
  ByAnything: { schema: byAnything, description: 'A card by its number or id, or all of a holder’s by their ID number.' },
  Staff: { schema: staff, description: 'The member of staff or the machine, and the outlet it stands in. From a counter’s own session both are the session’s, whatever is said here.' },
  Applicant: { schema: applicant, description: 'Who stands there, as the partner says.' },
  Evidence: { schema: evidence, description: 'By what the partner knows that: papers seen in the original, or a check of its own, with its number and when it was passed.' },
  PartnerCard: { schema: partnerCard, description: 'A card as a partner is told of it; name and number are masked.' },
  Done: { schema: done, description: 'result is already where it was so before, for a retry and for a second person alike.' },
  FeedEvent: {
    schema: feedEvent,
    description: 'An event of the feed. cardReference is the lowercase hex of HMAC-SM3 of the card’s number under the partner’s own secret: whoever knows the number finds its card.',
  },
  OutletId: { schema: outletId, description: 'An outlet’s city and its id there.' },
  Point: { schema: point, description: 'Degrees.' },
  Outlet: { schema: outlet, description: 'All that is known of an outlet; the week’s hours begin on Monday, and are absent where the list does not say.' },
  FoundOutlet: { schema: foundOutlet, description: 'An outlet that was found; distance is in metres from the place that was given.' },
  OutletList: { schema: outletList, description: 'Which list of the city’s an answer is from, and whether it is made up for trying out.' },
  CityRules: { schema: cityRules, description: 'A city’s rules, each with where it is written, from when it holds, and how far it can be trusted.' },
  Refused: { schema: refused, description: 'What a request that is refused is answered; message is for whoever integrates, screens have sentences of their own.' },
}
