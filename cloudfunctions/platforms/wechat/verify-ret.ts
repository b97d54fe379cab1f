import type { VerificationResult } from '@/contract'

/**
 * WeChat's `verify_ret`, as documented. An attempt that ended on the person's or the phone's side has failed: only another check can
 * pass. What the network, WeChat's system or a request of ours spoiled is pending, since the check itself may yet end either way.
 */
const meanings: Readonly<Record<string, { readonly result: VerificationResult; readonly codes: readonly number[] }>> = {
  matched: { result: 'passed', codes: [10000] },
  left: { result: 'cancelled', codes: [90002, 90003, 90004, 90005, 90006] },
  anotherFace: { result: 'failed', codes: [10002, 10004, 10010, 10012] },
  anotherOrUnknownPerson: { result: 'failed', codes: [10003, 10018, 10026, 10041] },
  faceNotCaptured: { result: 'failed', codes: [90011, 90013, 90014] },
  tookTooLong: { result: 'failed', codes: [10020, 90017, 90107] },
  phoneCannot: { result: 'failed', codes: [90001, 90106, 90109] },
  phoneMayNot: { result: 'failed', codes: [90008, 90009, 90010] },
  notDone: { result: 'pending', codes: [10005, 10021, 10300] },
  network: { result: 'pending', codes: [10029, 10052, 90007, 90012] },
  wechatSystem: { result: 'pending', codes: [10007, 10008, 10013, 10014, 10015, 10016, 10045, 90018, 90104, 90105, 90110, 90199] },
  ourRequest: { result: 'pending', codes: [10001, 10006, 10017, 10040, 10042] },
}

const results: ReadonlyMap<unknown, VerificationResult> = new Map(
  Object.values(meanings).flatMap(({ result, codes }) => codes.map((code) => [code, result] as const)),
)

/** How a check ended by its `verify_ret`; what is not on the list is pending. */
export const resultOf = (verifyRet: unknown): VerificationResult => results.get(verifyRet) ?? 'pending'
