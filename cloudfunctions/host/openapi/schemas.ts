import { toJsonSchemaDefs, type ConversionConfig } from '@valibot/to-json-schema'
import * as v from 'valibot'
import type { OperationName } from '@/contract'
import { operations } from '@/contract/operations'
import { named } from './named'

export type Json = Readonly<Record<string, unknown>>

export const refTo = (kind: 'schemas' | 'responses' | 'headers', name: string): { readonly $ref: string } => ({ $ref: `#/components/${kind}/${name}` })

/** What a description says, since a schema cannot. */
const described = new Set(['trim', 'to_upper_case', 'check'])
/** A schema's patterns are read as Unicode, and need no flag for it. */
const isUnicode = (action: object) => 'requirement' in action && action.requirement instanceof RegExp && action.requirement.flags === 'u'

const settings: ConversionConfig = {
  target: 'draft-2020-12',
  // whatever else cannot be said would be left out: that is to be seen
  errorMode: 'throw',
  overrideRef: ({ referenceId }) => refTo('schemas', referenceId).$ref,
  overrideSchema: ({ valibotSchema, jsonSchema }) => (valibotSchema.type === 'literal' && typeof jsonSchema.const === 'string' ? { type: 'string', ...jsonSchema } : undefined),
  overrideAction: ({ valibotAction, jsonSchema }) => (described.has(valibotAction.type) || (valibotAction.type === 'regex' && isUnicode(valibotAction)) ? jsonSchema : undefined),
}

/** An operation's two schemas in one, so that all are converted in one go. */
const both = Object.fromEntries(Object.entries(operations).map(([name, { request, data }]) => [name, v.object<v.ObjectEntries>({ request, data })]))
const definitions = { ...Object.fromEntries(Object.entries(named).map(([name, { schema }]) => [name, schema])), ...both }

const additions = ({ description, pattern }: (typeof named)[string]) => ({ description, ...(pattern && { pattern }) })

export interface Schemas {
  /** Every schema that has a name. */
  readonly named: Json
  /** An operation's own, in which whatever has a name is a reference. */
  of(name: OperationName): { readonly request: Json; readonly data: Json }
}

/** The contract's schemas as JSON Schema. Throws where one says what JSON Schema cannot. */
export const schemas = (): Schemas => {
  const converted = toJsonSchemaDefs(definitions, settings)
  return {
    named: Object.fromEntries(Object.entries(named).map(([name, one]) => [name, { ...converted[name], ...additions(one) }])),
    of: (name) => converted[name]?.properties as unknown as { request: Json; data: Json },
  }
}
