import type { CityCode } from '@/domain/policies'
import type { Publication, Repository } from '../../repository'
import type { Services } from '../../runtime/services'
import { keepCurrent, usualTiming, type Timing } from './keep-current'
import { indexBuilder, type OutletIndex } from './outlet-index'

/** A city's current list and its index. */
export interface CityList {
  readonly publication: Publication
  readonly index: OutletIndex
}

/** The current lists of all cities; null where a city has none. */
export interface Lists {
  of(city: CityCode): Promise<CityList | null>
}

type Outlets = Repository['outlets']

const buildIndex = async (outlets: Outlets, city: CityCode, publication: Publication): Promise<OutletIndex> => {
  const builder = indexBuilder(publication.outlets)
  for await (const columns of outlets.columns(city, publication)) builder.add(columns)
  const rows = await outlets.schedules(city, publication.version, builder.scheduleSeqs)
  const bySeq = new Map(rows.map(({ seq, hours, holidays }) => [seq, { week: hours, holidays }]))
  return builder.finish(builder.scheduleSeqs.map((seq) => bySeq.get(seq) ?? { week: null, holidays: null }))
}

/** A version that is published again is the same list: only since when it is current has changed. */
const currentList = async (outlets: Outlets, city: CityCode, held: CityList | null | undefined): Promise<CityList | null> => {
  const publication = await outlets.current(city)
  if (!publication) return null
  const known = held?.publication.version === publication.version ? held.index : undefined
  return { publication, index: known ?? (await buildIndex(outlets, city, publication)) }
}

type ListNeeds = Pick<Services, 'repository' | 'log'>

/** Lists as a process keeps them: each city's from when it is first asked for. */
export const openLists = ({ repository: { outlets }, log }: ListNeeds, timing: Timing = usualTiming): Lists => {
  const kept = new Map<CityCode, () => Promise<CityList | null>>()
  const keep = (city: CityCode) => {
    const current = keepCurrent<CityList | null>({ look: (held) => currentList(outlets, city, held), timing, log })
    kept.set(city, current)
    return current
  }
  return { of: (city) => (kept.get(city) ?? keep(city))() }
}

const listsOfProcess = new WeakMap<Repository, Lists>()

/** Gives the lists that are looked up in a repository other timing than usual. */
export const provideLists = (repository: Repository, lists: Lists): void => void listsOfProcess.set(repository, lists)

/** The process's lists, kept as long as the repository they are from. */
export const listsOf = (needs: ListNeeds): Lists => {
  const lists = listsOfProcess.get(needs.repository) ?? openLists(needs)
  provideLists(needs.repository, lists)
  return lists
}
