/** Monday 2 March 2026, 09:30 in Chengdu: when stories begin unless they say otherwise. */
export const monday = Date.parse('2026-03-02T09:30:00.000+08:00')

export const seconds = (n: number): number => n * 1000
export const hours = (n: number): number => seconds(n * 3600)
/** Days of 86,400 s. */
export const days = (n: number): number => seconds(n * 86_400)

/** A civil moment in +08:00, written as people write it: '2026-03-31 23:59:59.999'. */
export const civil = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`)
