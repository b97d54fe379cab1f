import type { Input, RequestInput } from './input'

const usual: RequestInput = { caller: 'nobody', person: 0, method: 'POST', path: '/outlets/banks', headers: [], body: '{"city":"chengdu"}', encoding: 'utf8', framing: 'whole' }

/** Every input that was once not answered as it should be, by what was wrong. */
export const keptInputs: Readonly<Record<string, Input>> = {
  'an operation with a name that is too long was a fault': { ...usual, path: `/outlets/${'a'.repeat(101)}` },
  'what a client expects of a server was refused without a code': { ...usual, headers: [['expect', 'constructor']] },
  'a body that was left in the middle was told to operators as a fault': { ...usual, framing: 'more' },
  'the name of a field that nobody knows was said again, whatever it was': { ...usual, body: '{"city":"chengdu","000000198307300099":1}' },
}
