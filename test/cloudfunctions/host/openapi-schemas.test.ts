import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import type { OperationName } from '@/contract'
import { operations } from '@/contract/operations'
import { openApi } from '../../../cloudfunctions/host/openapi'
import { examples } from '../../../cloudfunctions/host/openapi/examples'

const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }))
ajv.addSchema(openApi(), 'api')

const names = Object.keys(operations) as OperationName[]
const isPartOf = (name: OperationName, part: string) => {
  const schema = ajv.compile({ $ref: `api#/paths/~1${name.replace('/', '~1')}/post/${part}/content/application~1json/schema` })
  return (value: unknown) => (schema(value) ? 'fits' : ajv.errorsText(schema.errors))
}
const request = (name: OperationName) => isPartOf(name, 'requestBody')
const reply = (name: OperationName) => isPartOf(name, 'responses/200')

test.each(names)('the example of %s fits the schemas, and with another field the request does not', (name) => {
  expect(request(name)(examples[name].request)).toBe('fits')
  expect(request(name)({ ...examples[name].request, another: 1 })).toContain('must NOT have additional properties')
  expect(reply(name)({ ok: true, data: examples[name].data })).toBe('fits')
  expect(reply(name)({ ok: false, data: examples[name].data })).not.toBe('fits')
})

test.each(names)('what %s cannot do without is required', (name) => {
  const { request: given, data } = examples[name]
  const { entries } = operations[name].request
  const needed = Object.entries(entries).filter(([, entry]) => entry.type !== 'optional').map(([key]) => key)
  const without = (key: string) => Object.fromEntries(Object.entries(given).filter(([one]) => one !== key))
  expect(needed.filter((key) => request(name)(without(key)) === 'fits')).toEqual([])
  expect(reply(name)({ data })).toContain('ok')
})

test('a refusal fits the schema of its status, and of no other', () => {
  const refused = (code: string) => ({ ok: false, error: { code, message: 'x', details: { field: 'city' } } })
  const of = (status: number) => ajv.compile({ $ref: `api#/components/responses/Refused${status}/content/application~1json/schema` })
  expect([of(404)(refused('notFound')), of(404)(refused('notBound')), of(409)(refused('releasedElsewhere')), of(409)({ ok: true, data: {} })]).toEqual([true, false, true, false])
})

test.each([
  ['a time without an offset', 'outlets/search', { city: 'chengdu', openAt: '2026-03-02T09:30:00' }],
  ['a city without rules', 'outlets/banks', { city: 'atlantis' }],
  ['an ID number of another form', 'channel/cardStatus', { find: { idNumber: '0000001985' }, staff: { id: 'a' } }],
  ['two ways to find a card', 'channel/cardStatus', { find: { cardNumber: '990100000000000001', cardId: 'c' }, staff: { id: 'a' } }],
  ['evidence of no kind', 'channel/releaseLoss', { ...examples['channel/releaseLoss'].request, evidence: { seen: ['card'] } }],
  ['a page of half an outlet', 'outlets/search', { city: 'chengdu', limit: 0.5 }],
] as const)('%s fits no schema', (_, name, value) => {
  expect(request(name)(value)).not.toBe('fits')
})
