import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../free-port'
import type { Proxy } from './proxy'

/** One worker; each request to the next of the hosts, and never to a second one; whoever asks again comes anew, so that a worker that ends has nobody waiting. */
const settingsOf = (folder: string, port: number, backends: readonly string[]) => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr notice;
events { worker_connections 256; }
http {
  log_format backend '$upstream_addr';
  access_log ${folder}/access.log backend;
  keepalive_timeout 0;
  client_max_body_size 2m;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  ${backends.length > 0 ? `upstream hosts { ${backends.map((backend) => `server ${new URL(backend).host};`).join(' ')} }` : ''}
  server {
    listen 127.0.0.1:${port};
    location / { ${backends.length > 0 ? 'proxy_pass http://hosts; proxy_next_upstream off;' : 'return 502;'} }
  }
}
`

/** Starts nginx, and tells what its workers say of themselves: `started` and `ended`, each with a number. */
const startProgram = async (file: string) => {
  const child = spawn('nginx', ['-c', file, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const workers = new EventEmitter()
  const failed = once(child, 'error').then(() => { throw new Error('There is no nginx: install it (Debian: nginx-light), which this test alone needs.') })
  createInterface(child.stderr).on('line', (line) => {
    const [, begun, ended] = /start worker process (\d+)|worker process (\d+) exited/.exec(line) ?? []
    if (begun) workers.emit('started', begun)
    if (ended) workers.emit(`ended ${ended}`)
  })
  const [worker] = (await Promise.race([once(workers, 'started'), failed])) as [string]
  failed.catch(() => undefined)
  return { child, workers, worker }
}

/** nginx before the hosts, as it stands before a real fleet: told anew of each that comes and goes. */
export const startNginx = async (): Promise<Proxy> => {
  const [folder, port] = [await mkdtemp(join(tmpdir(), 'nginx-')), await freePort()]
  // its worker is somebody else
  await chmod(folder, 0o777)
  const [file, backends] = [join(folder, 'nginx.conf'), new Set<string>()]
  const write = () => writeFile(file, settingsOf(folder, port, [...backends]))
  await write()
  const program = await startProgram(file)
  let worker = program.worker
  /** Resolves when the worker that knew the hosts of before has answered all it was asked. */
  const reload = async () => {
    await write()
    const [gone, come] = [once(program.workers, `ended ${worker}`), once(program.workers, 'started')]
    program.child.kill('SIGHUP')
    worker = ((await come) as [string])[0]
    await gone
  }
  return {
    address: `http://127.0.0.1:${port}`,
    served: () => {
      const counts = new Map<string, number>()
      for (const line of readFileSync(join(folder, 'access.log'), 'utf8').split('\n').filter(Boolean)) counts.set(line, (counts.get(line) ?? 0) + 1)
      return counts
    },
    add: (backend) => {
      backends.add(backend)
      return reload()
    },
    takeOut: (backend) => {
      backends.delete(backend)
      return reload()
    },
    close: async () => {
      const exit = once(program.child, 'exit')
      program.child.kill('SIGTERM')
      await exit
      await rm(folder, { recursive: true, force: true })
    },
  }
}
