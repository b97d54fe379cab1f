import { readAudit } from '../../config/checks/read-audit'

const audit = (...severities: string[]) =>
  JSON.stringify({ vulnerabilities: Object.fromEntries(severities.map((severity) => [`a-${severity}`, { severity, via: [{ title: 'it leaks' }, 'another'] }])) })

describe('an audit', () => {
  it('names what is high or critical, and counts the rest', () => {
    expect(readAudit(audit('low', 'moderate', 'high', 'critical'))).toEqual(
      { ran: true, grave: ['a-high: high: it leaks; through another', 'a-critical: critical: it leaks; through another'], others: 2 })
  })

  it('finds nothing in nothing', () => {
    expect(readAudit(audit())).toEqual({ ran: true, grave: [], others: 0 })
  })

  it.each([['no answer', ''], ['a refusal', '{"message": "405 Method Not Allowed", "statusCode": 405}'], ['a page', '<html>']])('was not run where the registry gives %s', (_what, text) => {
    expect(readAudit(text)).toEqual({ ran: false })
  })
})
