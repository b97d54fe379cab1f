import { clock, type Run } from './database'

/** Counting what was ended first makes the new consent wait for the end of the one it replaces. */
const agree = `with ended as (update consent set withdrawn_at = ${clock} where person_key = $1 and what = 'privacy' and subject_key = $1
    and withdrawn_at is null and notice <> $2 returning notice)
  insert into consent select $1, 'privacy', $1, ${clock}, $2, null where (select count(*) from ended) >= 0 on conflict do nothing`

/** Keeps that a person agreed to the privacy notice of a day (YYYY-MM-DD); who agreed to it before has nothing written. Only while the person is held. */
export const agreeToNotice = async (run: Run, personKey: string, notice: string): Promise<void> =>
  void (await run({ name: 'agree-to-notice', text: agree, values: [personKey, notice] }))
