import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import { isAdult } from '@/domain/dependants'
import { bornOn, idNumberFault } from '@/domain/id-number'
import { cityCodes, policyOf, type CityCode } from '@/domain/policies'
import { banks } from '@/domain/policies/banks'
import { yearsBetween } from '@/domain/time'
import { importedStates, type CardFileRow, type ImportedState } from '../../repository'
import type { Reason } from './reasons'

dayjs.extend(customParseFormat)

export const columns = [
  'card_number', 'id_number', 'name', 'phone', 'city', 'issuing_bank', 'issued_on', 'state', 'guardian_id_number',
] as const
/** A row's texts by column; the guardian's column may be missing from the file. */
export type Fields = Readonly<Record<(typeof columns)[number], string>>

const isCity = (text: string): text is CityCode => cityCodes.some((city) => city === text)
const isState = (text: string): text is ImportedState => importedStates.some((state) => state === text)

/** Not only the city's own banks: a card that moved here from another city may be of any bank known here (rule 16). */
const isBank = (code: string): boolean => Object.hasOwn(banks, code)

const idNumberReasons = { shape: 'idNumberShape', date: 'idNumberDate', checkDigit: 'idNumberCheckDigit' } as const

const idNumberReason = (idNumber: string, today: string): Reason | null => {
  const fault = idNumberFault(idNumber)
  if (fault) return idNumberReasons[fault]
  return bornOn(idNumber) > today ? 'idNumberDate' : null
}

const stateReason = (state: string): Reason | null => {
  if (state === 'temporarilyLost') return 'stateTemporarilyLost'
  return isState(state) ? null : 'state'
}

const cityReason = ({ city, issuing_bank: bank }: Fields): Reason | null => {
  if (!isCity(city)) return 'city'
  return isBank(bank) ? null : 'issuingBank'
}

const issuedOnReason = (issuedOn: string, today: string): Reason | null => {
  if (!dayjs(issuedOn, 'YYYY-MM-DD', true).isValid()) return 'issuedOn'
  return issuedOn > today ? 'issuedInFuture' : null
}

const guardianReason = ({ id_number: idNumber, guardian_id_number: guardian, city }: Fields, today: string): Reason | null => {
  const handlingAge = isCity(city) ? policyOf(city).minors.handlingAge.value : 0
  if (guardian === '') return yearsBetween(bornOn(idNumber), today) < handlingAge ? 'guardianMissing' : null
  if (idNumberReason(guardian, today)) return 'guardianIdNumber'
  return isAdult(bornOn(guardian), today) ? null : 'guardianNotAdult'
}

/** What is wrong with a row in itself on a civil day (YYYY-MM-DD), the first reason only; null when nothing is. */
export const reasonAgainst = (fields: Fields, today: string): Reason | null =>
  (/^(?:\d{16,19}|[A-Z]\d{8})$/.test(fields.card_number) ? null : 'cardNumber')
  ?? idNumberReason(fields.id_number, today)
  ?? (/^[^\p{Cc}]{1,64}$/u.test(fields.name) ? null : 'name')
  ?? (/^1\d{10}$/.test(fields.phone) ? null : 'phone')
  ?? cityReason(fields)
  ?? issuedOnReason(fields.issued_on, today)
  ?? stateReason(fields.state)
  ?? guardianReason(fields, today)

/** A good row in the record's words. */
export const rowOf = (fields: Fields, line: number): CardFileRow => {
  const { city, state } = fields
  if (!isCity(city) || !isState(state)) throw new TypeError('only a row that was checked becomes a card')
  return {
    line,
    cardNumber: fields.card_number,
    idNumber: fields.id_number,
    name: fields.name,
    phone: fields.phone,
    city,
    issuingBank: fields.issuing_bank,
    issuedOn: fields.issued_on,
    state,
    guardianIdNumber: fields.guardian_id_number === '' ? null : fields.guardian_id_number,
  }
}
