import { checkDigit } from '@/domain/id-number'

/** An ID number of nobody: the region is no region. `born` is yyyymmdd. */
export const idNumber = (born: string, sequence = 1): string => {
  const first17 = `000000${born}${String(sequence).padStart(3, '0')}`
  return `${first17}${checkDigit(first17)}`
}

const usual = {
  card_number: '990100000000000001',
  id_number: idNumber('19800101'),
  name: '示例公民',
  phone: '10000000001',
  city: 'chengdu',
  issuing_bank: 'icbc',
  issued_on: '2020-01-01',
  state: 'inUse',
  guardian_id_number: '',
}
export type Row = typeof usual

let made = 0
/** A good row about somebody new, but for what is said. */
export const row = (over: Partial<Row> = {}): Row => {
  made += 1
  return { ...usual, card_number: `9901${String(made).padStart(14, '0')}`, id_number: idNumber(`${1960 + Math.floor(made / 900)}0101`, 100 + (made % 900)), ...over }
}

/** The text of a file with these rows. */
export const cardFile = (...rows: readonly Row[]): string =>
  [Object.keys(usual).join(','), ...rows.map((one) => Object.values(one).join(','))].map((line) => `${line}\n`).join('')
