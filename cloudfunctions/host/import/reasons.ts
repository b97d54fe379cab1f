/** Why a row is not taken, in words that name the column and never say what stood in it. */
export const reasons = {
  columnCount: 'the row does not have as many columns as the header',
  cardNumber: 'card_number is neither 16 to 19 digits nor a letter and 8 digits',
  idNumberShape: 'id_number is not 17 digits and a digit or X',
  idNumberDate: 'id_number carries no date of birth in the past',
  idNumberCheckDigit: 'the check digit of id_number is wrong',
  name: 'name is empty, longer than 64 characters, or has control characters',
  phone: 'phone is not a mobile number of 11 digits',
  city: 'city is not a known one; a city without rules of its own is `national`',
  issuingBank: 'issuing_bank is not the code of a bank known here',
  issuedOn: 'issued_on is not a date as YYYY-MM-DD',
  issuedInFuture: 'issued_on is in the future',
  state: 'state is not one of inUse, notActivated, locked, cancelled, formallyLost, beingReissued',
  stateTemporarilyLost: 'state temporarilyLost cannot be imported: the file does not say when the report lapses',
  guardianMissing: 'the holder is a minor and guardian_id_number is empty',
  guardianIdNumber: 'guardian_id_number is not a valid ID number',
  guardianNotAdult: 'the guardian is not an adult',
  guardianUnknown: 'the guardian is neither in the file, on a good row, nor in the record',
  tooManyWards: 'the guardian has as many children in their care, in the file and the record, as one may act for',
  duplicateCard: 'card_number came on an earlier line',
} as const

export type Reason = keyof typeof reasons
