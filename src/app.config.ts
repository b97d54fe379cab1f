import { paths } from './platform/routes'
import { windowConfig } from './platform/window-config'

export default defineAppConfig({
  pages: Object.values(paths),
  ...windowConfig,
})
