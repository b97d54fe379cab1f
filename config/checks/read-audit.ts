import * as v from 'valibot'

const severities = ['info', 'low', 'moderate', 'high', 'critical'] as const
const report = v.object({
  vulnerabilities: v.record(v.string(), v.object({ severity: v.picklist(severities), via: v.array(v.union([v.string(), v.object({ title: v.string() })])) })),
})

export type Audit = { ran: false } | { ran: true; grave: string[]; others: number }

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * What `npm audit --json` said: a line for each package with a grave weakness, and how many have lesser ones. A registry that answers no
 * audits, or none that can be reached, leaves it not run, which is no proof of anything.
 */
export function readAudit(text: string): Audit {
  const { success, output } = v.safeParse(report, parsed(text))
  if (!success) return { ran: false }
  const all = Object.entries(output.vulnerabilities)
  const grave = all.filter(([, { severity }]) => severity === 'high' || severity === 'critical')
  const titles = (via: (string | { title: string })[]) => via.map((one) => (typeof one === 'string' ? `through ${one}` : one.title)).join('; ')
  return { ran: true, grave: grave.map(([name, { severity, via }]) => `${name}: ${severity}: ${titles(via)}`), others: all.length - grave.length }
}
