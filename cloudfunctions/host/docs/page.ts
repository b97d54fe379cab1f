/** What this page needs of the library, which its own file makes a global. */
interface SwaggerUi {
  preauthorizeApiKey(scheme: string, value: string): void
}
interface SwaggerUiBundle {
  (settings: Readonly<Record<string, unknown>>): SwaggerUi
  readonly presets: { readonly apis: unknown }
}
declare const SwaggerUIBundle: SwaggerUiBundle

interface Citizens { readonly citizens: readonly { readonly id: string; readonly name: string; readonly note: string }[] }
type Answer<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly error: { readonly message: string } }

/** By the names that the document gives the four parts of a signature. */
const schemes: Readonly<Record<string, string>> = {
  'x-channel-id': 'channelId', 'x-timestamp': 'timestamp', 'x-nonce': 'nonce', 'x-signature': 'signature',
}

const ask = async <Data>(operation: string, request: unknown): Promise<Data> => {
  const response = await fetch(`/${operation}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) })
  const answer = (await response.json()) as Answer<Data>
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.data
}

/** Runs what a section's form is for, and says in it how that went. */
const onSend = (id: string, run: (form: FormData) => string | Promise<string>) => {
  const form = document.querySelector<HTMLFormElement>(`#${id} form`)
  const output = form?.querySelector('output')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    const say = (words: string) => output?.replaceChildren(words)
    Promise.resolve(new FormData(form)).then(run).then(say, (thrown: unknown) => say(thrown instanceof Error ? thrown.message : 'No answer. 无应答。'))
  })
}

const ui = SwaggerUIBundle({
  url: '/openapi.json', dom_id: '#operations', presets: [SwaggerUIBundle.presets.apis],
  validatorUrl: null, queryConfigEnabled: false, docExpansion: 'list', deepLinking: true, tryItOutEnabled: true, defaultModelsExpandDepth: 0,
})

onSend('citizen', async (form) => {
  const proof = { kind: 'sandbox', citizen: form.get('citizen'), door: form.get('door') }
  const { token } = await ask<{ token: string }>('session/signIn', { proof })
  ui.preauthorizeApiKey('bearer', token)
  return 'Signed in: try card/list below. 已登录，可在下方试用 card/list。'
})

onSend('partner', (form) => {
  const pairs = String(form.get('headers')).split('\n').map((line) => /^\s*([\w-]+)\s*:\s*(\S+)\s*$/.exec(line)).flatMap((found) => (found ? [[found[1]?.toLowerCase() ?? '', found[2] ?? ''] as const] : []))
  const given = new Map(pairs)
  const missing = Object.keys(schemes).filter((name) => !given.has(name))
  if (missing.length > 0) return `Missing: ${missing.join(', ')}. 缺少以上请求头。`
  for (const [name, scheme] of Object.entries(schemes)) ui.preauthorizeApiKey(scheme, given.get(name) ?? '')
  return 'Taken: send that body below. 已填入，请在下方发送同一内容。'
})

/** Outside the sandbox there is nobody to sign in as, and nothing is offered. */
const offerCitizens = async () => {
  const { citizens } = await ask<Citizens>('session/demoCitizens', {})
  document.querySelector('#citizen select')?.replaceChildren(...citizens.map(({ id, name, note }) => new Option(`${name} ${note}`, id)))
  document.querySelector('#citizen')?.removeAttribute('hidden')
}
offerCitizens().catch(() => undefined)

export {}
