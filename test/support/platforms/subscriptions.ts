/** A message that somebody received: whose phone it reached, by which template, and what it said. */
export interface Received {
  readonly to: string
  readonly template: string
  readonly fields: Readonly<Record<string, string>>
}

/** What people allowed one platform to send, and what it sent. */
export interface Subscriptions {
  allow(platformId: string, templateId: string): void
  /** False where it was not allowed, or not once more. */
  deliver(message: Received): boolean
  received(): readonly Received[]
}

/** `times`: 'once' an allowance is used up by a message; 'forAll' it is not. `everyone` has allowed everything. */
export const subscriptionsOf = (times: 'once' | 'forAll', everyone: boolean): Subscriptions => {
  const allowed = new Map<string, number>()
  const sent: Received[] = []
  const key = (platformId: string, templateId: string) => `${platformId} ${templateId}`
  return {
    allow: (platformId, templateId) => void allowed.set(key(platformId, templateId), (allowed.get(key(platformId, templateId)) ?? 0) + 1),
    deliver: (message) => {
      const own = key(message.to, message.template)
      const left = allowed.get(own) ?? 0
      if (left === 0 && !everyone) return false
      if (times === 'once') allowed.set(own, Math.max(0, left - 1))
      sent.push(message)
      return true
    },
    received: () => sent,
  }
}

const isValue = (field: unknown): field is { readonly value: string } =>
  typeof field === 'object' && field !== null && 'value' in field && typeof field.value === 'string' && field.value !== ''

/** The fields of a message, if it has exactly those of its template. */
export const textsIn = (data: Record<string, unknown> | null, names: readonly string[]): Readonly<Record<string, string>> | null => {
  if (!data || Object.keys(data).sort().join() !== [...names].sort().join()) return null
  const texts = Object.entries(data).map(([name, field]) => [name, isValue(field) ? field.value : ''] as const)
  return texts.every(([, text]) => text !== '') ? Object.fromEntries(texts) : null
}
