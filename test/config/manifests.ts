import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { parseAllDocuments } from 'yaml'

type Fields = Readonly<Record<string, unknown>>

export interface Manifest extends Fields {
  readonly apiVersion: string
  readonly kind: string
  readonly spec?: Fields
  readonly data?: Readonly<Record<string, string>>
}

interface Variable {
  readonly name: string
  readonly value?: string
  readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string; readonly optional?: boolean } }
}

interface Container extends Fields {
  readonly image: string
  readonly env: readonly Variable[]
  readonly envFrom: readonly unknown[]
}

const folder = join(__dirname, '../../config/deploy/kubernetes')

const documentsIn = (file: string): Manifest[] => parseAllDocuments(readFileSync(join(folder, file), 'utf8'), { uniqueKeys: true }).map((document) => {
  if (document.errors[0]) throw document.errors[0]
  return document.toJS() as Manifest
})

export const manifests: readonly Manifest[] = readdirSync(folder).sort().flatMap(documentsIn)

/** Where Kubernetes' types, made from its own API description, have each kind. */
const modules: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1', Job: 'batch/v1', PodDisruptionBudget: 'policy/v1', ConfigMap: 'core/v1', Service: 'core/v1',
}

const name = join(__dirname, 'manifest-under-test.ts')
const options: ts.CompilerOptions = { noEmit: true, strict: true, skipLibCheck: true, types: [], lib: ['lib.es2022.d.ts'], module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }

/** What is wrong with a manifest by Kubernetes' types, in the compiler's words: what is missing, of another kind, or not known. */
export const faultsIn = ({ kind, ...fields }: Manifest): string[] => {
  const from = modules[kind]
  if (!from) return [`${kind} is no kind that is known here`]
  const text = `import type { ${kind} } from 'kubernetes-types/${from}'\nexport const manifest: ${kind} = ${JSON.stringify({ kind, ...fields })}\n`
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (file) => file === name || fileExists(file)
  host.getSourceFile = (file, language) => (file === name ? ts.createSourceFile(file, text, language) : getSourceFile(file, language))
  const program = ts.createProgram([name], options, host)
  return program.getSemanticDiagnostics(program.getSourceFile(name)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

/** The pod that a Deployment or a Job makes, with its one container. */
export const podOf = ({ spec }: Manifest) => {
  const { template } = spec as { template: { metadata: { labels: Readonly<Record<string, string>> }; spec: Fields & { containers: readonly [Container] } } }
  return { pod: template.spec, container: template.spec.containers[0], labels: template.metadata.labels }
}

/** What a pod's process is given: values, and the names of what comes from the Secret. */
export const environmentOf = (manifest: Manifest, { data = {} }: Manifest) => {
  const { env, envFrom } = podOf(manifest).container
  const refs = env.flatMap(({ name: called, valueFrom }) => (valueFrom ? [{ called, ...valueFrom.secretKeyRef }] : []))
  if (JSON.stringify(envFrom) !== JSON.stringify([{ configMapRef: { name: 'lost-card' } }])) throw new Error('settings come from the ConfigMap')
  const wrong = refs.find(({ called, key, name: secret }) => called !== key || secret !== 'lost-card')
  if (wrong) throw new Error(`${wrong.called} comes from elsewhere`)
  const values = env.flatMap(({ name: called, value }) => (value === undefined ? [] : [[called, value] as const]))
  return { given: { ...data, ...Object.fromEntries(values) }, secrets: refs.map(({ key }) => key), optional: refs.filter(({ optional }) => optional).map(({ key }) => key) }
}

/** Every value of a field, however deep, in the order of the file. */
export const valuesIn = (value: unknown, field: string): unknown[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === field ? [inner] : valuesIn(inner, field)))
}
