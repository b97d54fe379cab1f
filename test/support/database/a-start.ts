import { startDatabase } from '../../../cloudfunctions/host/database'

/** A process of its own that starts a database in the folder it is given, says so, and stops when its input ends. */
const main = async (folder: string) => {
  const server = await startDatabase(folder)
  await server.ensure('lost_card')
  process.stdin.resume().once('end', () => void server.stop())
  process.stdout.write(`${server.address('lost_card')}\n`)
}

main(process.argv[2] ?? '').catch((thrown: unknown) => {
  process.stdout.write(thrown instanceof Error ? `${thrown.name}: ${thrown.message}\n` : 'failed\n')
  process.exitCode = 1
})
