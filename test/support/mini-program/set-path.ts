type Container = Record<string, unknown>

/** Sets `value` at a setData path (`root.cn.[0].v`, `list[2].name`), making the objects and lists on the way. */
export function setPath(target: Container, path: string, value: unknown): void {
  const keys = path.replace(/\[(\d+)\]/g, '.$1').split('.').filter(Boolean)
  const last = keys.pop()
  if (last === undefined) throw new Error(`badSetDataPath: "${path}" names nothing`)
  let holder = target
  keys.forEach((key, index) => {
    const next = keys[index + 1] ?? last
    holder[key] ??= /^\d+$/.test(next) ? [] : {}
    holder = holder[key] as Container
  })
  holder[last] = value
}
