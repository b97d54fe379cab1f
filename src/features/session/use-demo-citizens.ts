import type { DataOf } from '@/contract'
import { useQuestion, type QueryLike } from '../query'

export type Citizen = DataOf<'session/demoCitizens'>['citizens'][number]

const citizensOf = ({ citizens }: DataOf<'session/demoCitizens'>): readonly Citizen[] => citizens

/** The sandbox's citizens, to sign in as. */
export const useDemoCitizens = (): QueryLike<readonly Citizen[]> => useQuestion('session/demoCitizens', {}, { select: citizensOf })
