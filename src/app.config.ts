import { privacyConfig } from './platform/privacy-config'
import { firstPackage, paths } from './platform/routes'
import { windowConfig } from './platform/window-config'

const first = firstPackage.map((route) => paths[route])
const rest = Object.values(paths).filter((path) => !first.some((known) => known === path))
const rootOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

/** Only a browser can be made a terminal. */
const inBrowser = process.env['TARO_ENV'] === 'h5' ? [{ root: 'pages/kiosk', pages: ['index'] }] : []

export default defineAppConfig({
  pages: first,
  // each further page is a package of its own, fetched while the first screen is read
  subPackages: [...rest.map((path) => ({ root: rootOf(path), pages: ['index'] })), ...inBrowser],
  preloadRule: { [paths.home]: { network: 'all', packages: rest.map(rootOf) } },
  ...windowConfig,
  ...privacyConfig,
})
