import { runCommand, withRepository } from './command'

/** Brings the tables up to date, and does no more: functions of the cloud never do, and a host need not be the first. */
export const command = async (args: string[]): Promise<boolean> => {
  if (args.length > 0) throw new Error('Usage: npm run migrate')
  await withRepository(async () => undefined)
  console.log('The tables are up to date.')
  return true
}

runCommand(module, command)
