const most = 10_000

/** Finds out once about a text that comes again and again, as a city's hours and dates do in a million rows. */
export const remembering = <T>(find: (text: string) => T): ((text: string) => T) => {
  const found = new Map<string, T>()
  return (text) => {
    const known = found.get(text)
    if (known !== undefined) return known
    if (found.size >= most) found.clear()
    const now = find(text)
    found.set(text, now)
    return now
  }
}
