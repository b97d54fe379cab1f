import { runCommand, secondsSince, withRepository } from './command'

runCommand(async (args) => {
  if (args.length > 0) throw new Error('Usage: npm run retention')
  const started = performance.now()
  const counts = await withRepository((repository) => repository.applyRetention())
  const gone = Object.entries(counts).map(([name, count]) => `${name} ${count}`).join(', ')
  console.log(`What was past its time is gone after ${secondsSince(started)} s: ${gone}.`)
  return true
})
