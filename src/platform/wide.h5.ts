const wide = () => window.matchMedia('(min-width: 900px)')

export const isWide = (): boolean => wide().matches

export const onWideChange = (tell: () => void): (() => void) => {
  const query = wide()
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}
