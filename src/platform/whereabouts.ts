import type { CoordinateSystem, PointOnWire } from '@/contract'

/** Where the phone is, in the system its platform speaks; or why it is not known. */
export type Whereabouts =
  | { readonly point: PointOnWire; readonly system: CoordinateSystem }
  | { readonly missing: 'refused' | 'absent' | 'timedOut' }

/** Milliseconds a citizen is kept waiting for a place; not every platform ends the question by itself. */
export const waitForPlace = 10_000

/** A platform's answer as ours: a rejection read by `why`, and silence after a time. */
export const whereabouts = (asked: Promise<PointOnWire>, system: CoordinateSystem, why: (cause: unknown) => 'refused' | 'absent' | 'timedOut'): Promise<Whereabouts> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ missing: 'timedOut' }), waitForPlace)
    asked
      .then(
        ({ latitude, longitude }) => resolve({ point: { latitude, longitude }, system }),
        (cause: unknown) => resolve({ missing: why(cause) }),
      )
      .finally(() => clearTimeout(timer))
  })

/** A number or text that a platform put on what it rejected with. */
export const partOf = (cause: unknown, name: string): unknown =>
  typeof cause === 'object' && cause !== null ? (cause as Readonly<Record<string, unknown>>)[name] : undefined
