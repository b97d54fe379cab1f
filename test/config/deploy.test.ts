import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { functionNames } from '@/contract'
import timers from '../../cloudfunctions/jobs/config.json'
import cloud from '../../config/deploy/cloudbaserc.json'
import { settingNames, settingsFrom } from '../../cloudfunctions/host/settings'
import { environmentOf, faultsIn, manifests, podOf, valuesIn, type Manifest } from './manifests'

jest.setTimeout(60_000)
const root = join(__dirname, '../..')
const dockerfile = readFileSync(join(root, 'config/deploy/Dockerfile'), 'utf8')
const find = (kind: string): Manifest => manifests.find((one) => one.kind === kind) ?? fail(kind)
const fail = (kind: string): never => { throw new Error(`no ${kind}`) }

const hex = (bytes: number) => 'a1'.repeat(bytes)
/** What an operator puts into the Secret. */
const required = {
  DATABASE_URL: 'postgres://x@127.0.0.1:1/x', DATA_KEYS: `k:${hex(16)}`, HASH_KEYS: `k:${hex(32)}`, SESSION_KEYS: `k:${hex(32)}`, RECEIPT_KEYS: `k:${hex(32)}`, AUDIT_KEYS: `k:${hex(32)}`,
}
/** Variables of the image itself, and of Tencent's runtime. */
const beside = ['NODE_ENV']
const ofTheCloud = ['LOG_EVENT_CONTEXT', 'CAPTURE_STACK']

describe('Kubernetes', () => {
  test.each(manifests.map((one) => [one.kind, one] as const))('%s is as Kubernetes has it, with no field it does not know', (_kind, manifest) => {
    expect(faultsIn(manifest)).toEqual([])
  })

  test('a field that Kubernetes does not know, a value of another kind and a missing one are found', () => {
    const { spec, ...others } = find('Deployment')
    expect(faultsIn({ ...others, spec: { ...spec, replicaz: 3 } }).join()).toContain('replicaz')
    expect(faultsIn({ ...others, spec: { ...spec, replicas: 'three' } }).join()).toContain("'string' is not assignable to type 'number'")
    expect(faultsIn({ ...others, spec: { replicas: 3 } }).join()).toContain('selector')
  })

  test.each(['Deployment', 'Job'])('a %s runs without rights, writes nothing beside, and its image has a version', (kind) => {
    const { pod, container } = podOf(find(kind))
    expect(pod).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } } })
    expect(container).toMatchObject({ securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } } })
    expect(container.image).toBe(`lost-card:${(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version}`)
    expect(container.resources).toMatchObject({ requests: { cpu: expect.any(String), memory: expect.any(String) }, limits: { memory: expect.any(String) } })
  })

  test.each(['Deployment', 'Job'])('a %s names settings that are read, and a process starts from them and the required secrets alone', async (kind) => {
    const { given, secrets, optional } = environmentOf(find(kind), find('ConfigMap'))
    expect([...Object.keys(given), ...secrets].filter((name) => !settingNames.includes(name))).toEqual([])
    expect(secrets.filter((name) => !optional.includes(name)).sort()).toEqual(Object.keys(required).sort())
    const production = { NODE_ENV: 'production', ...given, ...required }
    expect((await settingsFrom(production)).config.sandbox).toBe(false)
    for (const name of Object.keys(required)) await expect(settingsFrom({ ...production, [name]: undefined })).rejects.toThrow(name)
  })

  test('every setting of a host is there', () => {
    const { given, secrets } = environmentOf(find('Deployment'), find('ConfigMap'))
    const named = [...Object.keys(given), ...secrets, ...beside]
    expect(settingNames.filter((name) => !named.includes(name))).toEqual([])
  })

  test('hosts are reached by their labels, nothing sticks to one, and its probes ask what it answers', () => {
    const deployment = find('Deployment')
    const { container, labels } = podOf(deployment)
    expect(find('Service').spec).toMatchObject({ selector: labels, sessionAffinity: 'None' })
    expect(find('PodDisruptionBudget').spec).toMatchObject({ selector: { matchLabels: labels } })
    expect(valuesIn(container, 'path')).toEqual(['/healthz', '/healthz', '/readyz'])
  })

  test('no secret stands in a file', () => {
    expect(manifests.map(({ kind }) => kind)).not.toContain('Secret')
    expect(Object.keys(find('ConfigMap').data ?? {}).filter((name) => /KEY|SECRET|TOKEN|DATABASE/.test(name))).toEqual([])
  })
})

describe('the image', () => {
  const lines = dockerfile.split('\n')

  test('what is copied from the project, or from what was built, is there', () => {
    const copied = lines.flatMap((line) => /^COPY (?:--from=build \/build\/)?(.+) \S+$/.exec(line)?.[1]?.split(' ') ?? [])
    expect(copied.length).toBeGreaterThan(10)
    expect(copied.filter((path) => !path.startsWith('dist/') && !existsSync(join(root, path)))).toEqual([])
    expect(copied.filter((path) => path.startsWith('dist/'))).toEqual(['dist/host', 'dist/cloudfunctions', 'dist/counter', 'dist/verify', 'dist/h5'])
  })

  test('it is not run as root, in production, from a version of Node that is named, and says how it is', () => {
    expect(lines.filter((line) => line.startsWith('USER')).at(-1)).toBe('USER 1000:1000')
    expect(dockerfile).toMatch(/ENV NODE_ENV=production/)
    expect(lines.filter((line) => line.startsWith('FROM')).every((line) => /^FROM node:20\.\d+\.\d+-bookworm-slim/.test(line))).toBe(true)
    expect(dockerfile).toMatch(/HEALTHCHECK [^]*\/healthz/)
  })

  test('no key is written into it', () => {
    const named = settingNames.filter((name) => new RegExp(`\\b${name}=`).test(dockerfile))
    expect(named.sort()).toEqual(['HOST', 'NODE_ENV', 'PORT'])
  })
})

describe('Tencent\'s cloud', () => {
  test('every function of the contract is there, and the timer\'s, which rings as it does in the function\'s own file', () => {
    expect(cloud.functions.map(({ name }) => name).sort()).toEqual([...functionNames, 'jobs'].sort())
    expect(cloud.functions.filter((one) => 'triggers' in one)).toEqual([expect.objectContaining({ name: 'jobs', triggers: timers.triggers })])
    expect(new Set(cloud.functions.map(({ runtime, handler, type }) => `${runtime} ${handler} ${type}`))).toEqual(new Set(['Nodejs20.19 index.main Event']))
  })

  test('each has every required setting, none that is not read, and no value of a secret', () => {
    for (const { envVariables } of cloud.functions) {
      expect(Object.keys(envVariables)).toEqual(expect.arrayContaining(Object.keys(required)))
      expect(Object.keys(envVariables).filter((name) => ![...settingNames, ...ofTheCloud].includes(name))).toEqual([])
      const written = Object.entries(envVariables).filter(([name, value]) => value !== `{{env.${name}}}`)
      expect(Object.fromEntries(written)).toEqual({ NODE_ENV: 'production', LOG_LEVEL: 'info', LOG_EVENT_CONTEXT: 'false', CAPTURE_STACK: 'false' })
    }
  })
})
