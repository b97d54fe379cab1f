import pg from 'pg'

/** A statement under its name, with the values it last came with. */
export interface Heard {
  readonly text: string
  readonly values: readonly unknown[]
}

const isNamed = (given: unknown): given is Heard & { readonly name: string } =>
  typeof given === 'object' && given !== null && 'name' in given && typeof given.name === 'string'

/** Listens to every named statement that this process sends, until the mocks are restored: for each name, each of its texts once. */
export const listen = (): ReadonlyMap<string, ReadonlyMap<string, Heard>> => {
  const heard = new Map<string, Map<string, Heard>>()
  const send: (...given: unknown[]) => unknown = pg.Client.prototype.query
  jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const [first] = given
    if (isNamed(first)) heard.set(first.name, (heard.get(first.name) ?? new Map<string, Heard>()).set(first.text, first))
    return send.apply(this, given)
  })
  return heard
}

interface Node {
  readonly 'Node Type': string
  readonly 'Index Name'?: string
  readonly 'Relation Name'?: string
  readonly 'Index Cond'?: string
  readonly 'Actual Loops'?: number
  readonly Plans?: readonly Node[]
}

const readsWhole = (node: Node): boolean =>
  node['Node Type'] === 'Seq Scan' || (/Index (Only )?Scan$/.test(node['Node Type']) && node['Index Cond'] === undefined)

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** The tables or indexes that a statement would read from end to end. */
export const readWhole = async (sql: pg.Client, { text, values }: Heard): Promise<string[]> => {
  const { rows } = await sql.query<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>({ text: `explain (format json) ${text}`, values: [...values] })
  return rows.flatMap((row) => row['QUERY PLAN']).flatMap(({ Plan }) => nodesOf(Plan)).filter(readsWhole)
    .map((node) => node['Index Name'] ?? node['Relation Name'] ?? '')
}

type Explained = { readonly 'QUERY PLAN': readonly { readonly Plan: Node }[] }

const explained = async (sql: pg.Client, how: string, { text, values }: Heard): Promise<Node[]> => {
  await sql.query('begin')
  try {
    const { rows } = await sql.query<Explained>({ text: `explain (${how}format json) ${text}`, values: [...values] })
    return rows.flatMap((row) => row['QUERY PLAN']).flatMap(({ Plan }) => nodesOf(Plan))
  } finally {
    await sql.query('rollback')
  }
}

/** The plan of a statement and what it did, run for this once more and undone; where its rows are there already, the plan alone. */
const planOf = (sql: pg.Client, heard: Heard): Promise<Node[]> =>
  explained(sql, 'analyze, ', heard).catch(() => explained(sql, '', heard))

/** Of how many parts of each divided table a statement reads, those where it is more than one: `loss_report: 4`. */
export const partsRead = async (sql: pg.Client, heard: Heard, divided: readonly string[]): Promise<string[]> => {
  const read = new Map(divided.map((table) => [table, new Set<string>()]))
  for (const { 'Relation Name': relation = '', 'Actual Loops': loops = 1 } of await planOf(sql, heard)) {
    if (loops > 0 && !read.has(relation)) read.get(relation.replace(/_\d+$/, ''))?.add(relation)
  }
  return [...read].filter(([, parts]) => parts.size > 1).map(([table, parts]) => `${table}: ${parts.size}`)
}
