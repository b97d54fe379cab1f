import * as v from 'valibot'
import { citizenErrorCodes, errorCodes, isForCitizens, statusOf, type ErrorCode } from '@/contract'
import { refusalCodes, reissueRefusals } from '@/domain/decision'

/** Every code with the status that fits it. */
const statuses: Record<ErrorCode, number> = {
  malformedRequest: 400,
  notSignedIn: 401,
  proofRefused: 401,
  signatureRefused: 401,
  timestampRefused: 401,
  nonceUsed: 401,
  verificationRefused: 403,
  notBound: 403,
  notPermitted: 403,
  idCardUnknown: 403,
  notAtTerminal: 403,
  notFound: 404,
  verificationUsed: 409,
  idempotencyKeyReused: 409,
  tooLarge: 413,
  notJson: 415,
  invalidRequest: 422,
  tooManyRequests: 429,
  tooManyChecks: 429,
  fault: 500,
  busy: 503,
  cardCancelled: 409,
  reportNotMadeHere: 409,
  kindNotMadeHere: 409,
  releasedElsewhere: 409,
  neverReleased: 409,
  reissueAlreadyAccepted: 409,
  reissueNeedsReport: 409,
  nothingReported: 409,
  minorNeedsGuardian: 409,
  guardianOfAdult: 409,
  proxyInPersonOnly: 409,
  guardianConsentNeeded: 409,
  notGranted: 409,
  holderOnly: 409,
  tooManyDependants: 409,
  disputeOpen: 409,
  nothingToDispute: 409,
  papersMissing: 409,
  notThisBank: 409,
  barred: 409,
  passwordTooSimple: 409,
  formalOnlyWithReissue: 409,
  orderOpen: 409,
  reissueLimit: 409,
  cancelAtAgencyFirst: 409,
  wayNotOffered: 409,
  bankNotOffered: 409,
  addressNeeded: 409,
  photoNeeded: 409,
  noOrder: 409,
  orderElsewhere: 409,
  notMovedHere: 409,
  notByMail: 409,
  newCardUnknown: 409,
  cardLocked: 409,
  lossReportedHere: 409,
  activatedElsewhere: 409,
}

test('the list is closed: these codes, each once', () => {
  expect([...errorCodes].sort()).toEqual(Object.keys(statuses).sort())
})

test.each(Object.entries(statuses) as [ErrorCode, number][])('%s answers with %i', (code, status) => {
  expect(statusOf(code)).toBe(status)
})

test('every refusal by the rules is a conflict with what is so', () => {
  expect(refusalCodes.filter((code) => statusOf(code) !== 409)).toEqual([])
})

test('every status that is promised has a code', () => {
  expect([...new Set(errorCodes.map(statusOf))].sort()).toEqual([400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503])
})

test('no name of an object’s own is taken for a code', () => {
  for (const name of ['toString', 'constructor', '__proto__']) expect(v.is(v.picklist(errorCodes), name)).toBe(false)
})

test('a phone has a sentence for all but what only partners and staff are told', () => {
  const others = ['signatureRefused', 'timestampRefused', 'nonceUsed', 'notPermitted', 'papersMissing', 'notThisBank', 'formalOnlyWithReissue', ...reissueRefusals]
  expect([...citizenErrorCodes, ...others].sort()).toEqual([...errorCodes].sort())
  expect(errorCodes.filter((code) => !isForCitizens(code)).sort()).toEqual(others.sort())
})
