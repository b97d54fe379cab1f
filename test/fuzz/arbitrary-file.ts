import fc from 'fast-check'
import { idNumber } from '../support/record/card-file'
import { outlet, outletGeojson, outletFile } from '../support/record/outlet-file'
import { characters, hostileText, textOf, type Json } from './hostile'
import type { FileInput } from './input'
import { mutated, mutation } from './mutate'

const cards = [1, 2, 3].map((nth) => ({
  card_number: `99020000000000000${nth}`, id_number: idNumber(`1970010${nth}`), name: '示例公民', phone: '10000000001', city: 'chengdu', issuing_bank: 'icbc', issued_on: '2020-01-01', state: 'inUse', guardian_id_number: '',
}))
const outlets = [1, 2, 3].map((nth) => outlet({ id: `fuzz-${nth}`, name: `测试网点${nth}`, latitude: `30.${nth}000` }))

type Rows = readonly Readonly<Record<string, string>>[]
const csv = (rows: Rows): string => [Object.keys(rows[0] ?? {}).join(','), ...rows.map((row) => Object.values(row).join(','))].map((line) => `${line}\n`).join('')

/** One cell of a file with something else in it. */
const withCell = (rows: Rows) =>
  fc.tuple(fc.nat(rows.length - 1), fc.constantFrom(...Object.keys(rows[0] ?? {})), fc.oneof(hostileText, fc.constantFrom('"', '"a', 'a"b', '"a\nb"', '=1+1', '0'))).map(([nth, column, text]) =>
    csv(rows.map((row, at) => (at === nth ? { ...row, [column]: text } : row))))

const edited = (text: string): fc.Arbitrary<string> => fc.oneof(
  fc.nat(text.length).map((at) => text.slice(0, at)),
  fc.tuple(fc.nat(text.length), fc.oneof(fc.constantFrom(...characters), hostileText)).map(([at, put]) => `${text.slice(0, at)}${put}${text.slice(at)}`),
  fc.constantFrom(`\ufeff${text}`, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), text.replaceAll(',', ';'), text + text, '', '\n\n', `${text}"`, '['.repeat(50_000), '{"type":"FeatureCollection","features":['.repeat(2_000)),
)

const collection = JSON.parse(outletGeojson(...outlets)) as Json
const geojson = fc.array(mutation.map(({ place, way }) => ({ place: place * 7, way })), { minLength: 1, maxLength: 3 }).map((mutations) => textOf(mutated(collection, mutations)))

const file = (importer: FileInput['importer'], text: fc.Arbitrary<string>): fc.Arbitrary<FileInput> => fc.record({
  importer: fc.constant(importer),
  text,
  encoding: fc.oneof({ weight: 15, arbitrary: fc.constant('utf8' as const) }, { weight: 1, arbitrary: fc.constantFrom('latin1' as const, 'utf16le' as const, 'gzip' as const, 'broken' as const) }),
  skipBad: fc.boolean(),
})

export const fileInput: fc.Arbitrary<FileInput> = fc.oneof(
  file('cards', fc.oneof(withCell(cards), withCell(cards), edited(csv(cards)))),
  file('outlets', fc.oneof(withCell(outlets), withCell(outlets), edited(outletFile(...outlets)))),
  file('geojson', fc.oneof(geojson, geojson, edited(JSON.stringify(collection)))),
)
