import { runCommand, secondsSince, withRepository } from './command'

export const command = async (args: string[]): Promise<boolean> => {
  if (args.length > 0) throw new Error('Usage: npm run retention')
  const started = performance.now()
  const counts = await withRepository((repository) => repository.applyRetention())
  const gone = Object.entries(counts).map(([name, count]) => `${name} ${count}`).join(', ')
  console.log(`What was past its time is gone after ${secondsSince(started)} s: ${gone}.`)
  return true
}

runCommand(module, command)
