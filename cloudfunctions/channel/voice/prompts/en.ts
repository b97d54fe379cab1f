import type { CardRefusal } from '@/domain/decision'
import { toIso, type Instant } from '@/domain/time'
import type { Channel, ShownState } from '@/domain/words'
import { singly, wholeMinute, type Texts } from './texts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** +08:00, as it is said: 3:06 PM on November 25. */
const time = (instant: Instant): string => {
  const [month = 1, date, hour = 0] = [5, 8, 11].map((at) => Number(toIso(instant).slice(at, at + 2)))
  const half = hour < 12 ? 'AM' : 'PM'
  return `${hour % 12 || 12}:${toIso(instant).slice(14, 16)} ${half} on ${months[month - 1] ?? ''} ${date}`
}

const names: Readonly<Record<Channel, string>> = {
  wechat: 'in WeChat', alipay: 'in Alipay', tianfu: 'in Tianfu Citizen Cloud', phone: 'on this line', counter: 'at a service outlet',
  terminal: 'at a self-service terminal', bank: 'at the issuing bank',
}
const places = (where: readonly Channel[]): string => {
  const said = where.map((channel) => names[channel])
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} or ${said.at(-1)}`
}

const states: Readonly<Record<ShownState, string>> = {
  inUse: 'The social security function of this card works.',
  temporarilyLost: 'This card is reported lost for a time.',
  formallyLost: 'This card is formally reported lost, and that does not end by itself.',
  notActivated: 'The social security function of this card is not activated yet.',
  locked: 'The social security function of this card is locked. Please go to an outlet.',
  beingReissued: 'This card is being reissued and no longer works.',
  cancelled: 'The social security function of this card is cancelled.',
}

const refusals: Readonly<Record<CardRefusal, string>> = {
  cardCancelled: 'This card is cancelled. There is nothing to report or cancel.',
  reportNotMadeHere: 'In this city losses are not reported by telephone.',
  kindNotMadeHere: 'In this city this kind of report is not made by telephone.',
  releasedElsewhere: 'This report cannot be cancelled by telephone.',
  neverReleased: 'In this city a report is not cancelled. Please have the card replaced.',
  reissueAlreadyAccepted: 'A new card has been applied for, so the report is final.',
  reissueNeedsReport: 'A card is replaced after a formal report.',
  nothingReported: 'No loss of this card is reported.',
  minorNeedsGuardian: 'The cardholder is a minor. A guardian acts for the card.',
  guardianOfAdult: 'The cardholder is an adult and acts in person.',
  proxyInPersonOnly: 'Somebody acting for the cardholder goes to an outlet with both IDs.',
  guardianConsentNeeded: 'The guardian agrees first, at an outlet or in the app.',
  notGranted: 'The cardholder has not allowed this.',
  holderOnly: 'Only the cardholder can do this.',
  tooManyDependants: 'You act for as many people as one may. Please go to an outlet.',
  disputeOpen: 'There is an open dispute about this card. It is closed first.',
  nothingToDispute: 'There is nothing to dispute.',
  papersMissing: 'Papers are missing. Please go to an outlet.',
  notThisBank: 'Another bank issued this card.',
  barred: 'This card cannot be reported here for a time. Please press 0 for staff.',
  formalOnlyWithReissue: 'A formal report needs a new card as well. Please go to an outlet.',
  passwordTooSimple: 'The password is too simple. Please choose another.',
}

/** What is said in English: at most two short sentences each. */
export const en: Texts = {
  greeting: 'Welcome to the social security card loss line.',
  chooseLanguage: '中文请按1。For English, press 2.',
  menu: 'To report a loss, press 1. To cancel a report made by phone, press 2, or press 3 for the state of a card.',
  menuKeys: 'For staff, press 0. To go back, press star.',
  enterCard: 'Enter the 16 to 19 digits of the card number, then press hash.',
  cardKeys: 'If the number begins with a letter, press 0 for staff. To go back, press star.',
  cardNumberWrong: 'A card number has 16 to 19 digits.',
  letterCard: 'A number that begins with a letter cannot be typed here. Press 0 for staff.',
  enterPassword: 'Enter the 6 digit service password, then press hash.',
  passwordKeys: 'If you have forgotten it, press 9. To go back, press star.',
  passwordForm: 'The service password has 6 digits.',
  wrongPassword: 'The card number or the password is not right.',
  proofOld: 'That took too long. Please enter the card again.',
  forgotten: 'Please speak to staff, or set a new password at an outlet or in the app.',
  locked: ({ until }) => `Too many wrong passwords: try again after ${time(wholeMinute(until))}. Or speak to staff, or go to an outlet.`,
  reportDoes: ({ days }) =>
    days === null ? 'Settlement with this card stops at once.' : `Settlement with this card stops at once. The report ends by itself after ${days} days.`,
  bankApart: ({ bank, hotline }) =>
    `The bank is not told. Please contact ${bank?.en ?? 'the issuing bank'} yourself${hotline && `, at ${singly(hotline)}`}.`,
  confirmReport: 'To report the loss now, press 1. To go back, press star.',
  reported: 'The loss is reported.',
  receipt: ({ tail }) => `The receipt ends in ${singly(tail)}.`,
  howToCancel: 'If you find the card, call again and press 2.',
  formalIn: ({ where }) => `A formal report is made ${places(where)}.`,
  standing: ({ state, until }) => (until === null ? states[state] : `This card is reported lost until ${time(until)}.`),
  releasedIn: ({ where }) => `The report can be cancelled ${places(where)}.`,
  cancelDoes: 'The loss report of this card will end at once.',
  confirmCancel: 'To cancel the report now, press 1. To go back, press star.',
  cancelled: 'The report is cancelled.',
  nothingReported: 'No loss of this card is reported.',
  refused: ({ code }) => refusals[code],
  elsewhere: ({ where }) => `It is done ${places(where)}.`,
  reportHere: 'To report the loss now, press 1.',
  cancelHere: 'To cancel the report, press 1.',
  afterwards: 'For the menu, press star. For staff, press 0, or hang up.',
  notUnderstood: 'That is not one of the choices.',
  offerStaffed: 'For staff, press 0. Otherwise this call ends.',
  transferring: 'You are being put through to staff.',
  goodbye: 'Thank you for calling. Goodbye.',
  idle: 'This call has ended. Please call again.',
}
