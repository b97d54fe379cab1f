import automator from 'miniprogram-automator'
import path from 'node:path'

import { Host, serveAutomation, type HostOptions, type Platform } from '../support/mini-program'
import { Phone } from './phone'
import { redirectCalls, type Server } from './redirect'

export interface OpenOptions extends Omit<HostOptions, 'platform' | 'dist'> {
  /** the folder of built bundles, `dist` by default */
  dist?: string
  /** the page to open, the first one by default */
  page?: string
  /** whom DevTools calls, since the host's seams are not there */
  server?: Server
}

const root = path.resolve(__dirname, '../..')

/**
 * Opens the built mini-program and gives it into a citizen's hands. It runs in our host; WeChat's runs in the real DevTools
 * instead when `WECHAT_DEVTOOLS_CLI` names their command-line tool. Close it when done.
 */
export async function openMiniProgram(platform: Platform, options: OpenOptions = {}): Promise<Phone> {
  const cliPath = process.env['WECHAT_DEVTOOLS_CLI']
  if (platform === 'weapp' && cliPath) return openInDevTools(cliPath, options)
  const { dist = path.join(root, 'dist'), page, ...rest } = options
  const host = new Host({ ...rest, platform, dist: path.join(dist, platform) })
  const automation = await serveAutomation(host)
  const stop = async () => {
    host.close()
    await automation.close()
  }
  try {
    await host.launch(page)
    return new Phone(await automator.connect({ wsEndpoint: automation.wsEndpoint }), host, stop)
  } catch (thrown) {
    await stop()
    throw thrown
  }
}

async function openInDevTools(cliPath: string, { page, server }: OpenOptions): Promise<Phone> {
  const miniProgram = await automator.launch({ cliPath, projectPath: root })
  const opened = await miniProgram.currentPage()
  const first = page ?? opened?.path ?? ''
  if (server) await redirectCalls(miniProgram, server, first)
  else if (page) await miniProgram.callWxMethod('reLaunch', { url: `/${page}` })
  return new Phone(miniProgram, undefined, () => miniProgram.close())
}
