import { once } from 'node:events'
import { relayAll, tellAll } from '../../../cloudfunctions/host/telling'
import { configFrom } from '../../../cloudfunctions/runtime/config'
import { openServices } from '../../../cloudfunctions/runtime/services'

/** A process of its own that hands over and tells what is due, again and again, until nobody holds its standard input open. */
const tellOn = async (): Promise<void> => {
  const services = openServices(await configFrom(process.env))
  const ended = once(process.stdin.resume(), 'end').then(() => true)
  do {
    await relayAll(services)
    await tellAll(services)
  }
  while (!(await Promise.race([ended, Promise.resolve(false)])))
  await services.repository.close()
}

void tellOn()
