import { keyVariable } from './check-key'
import type { Act } from './missing'
import type { Shipment } from './shipment'
import { runTool, tools } from './tool'

const toWeChat = ({ appId, bundle, git, environment }: Shipment, act: Act): string[] => [
  act, '--appid', appId, '--project-path', bundle.folder, '--private-key-path', environment[keyVariable.weapp] ?? '',
  '--upload-version', git.version ?? '0.0.0', '--upload-description', git.description, '--use-project-config', 'true',
]

const toAlipay = ({ appId, bundle, git, environment }: Shipment, act: Act): string[] => [
  act, '--app-id', appId, '--project', bundle.folder, '--identity-key-path', environment[keyVariable.alipay] ?? '',
  ...(act === 'upload' ? ['--version', git.version ?? '', '--version-description', git.description] : []),
]

/** The words a vendor's tool is given: where the key lies, and never what is in it. */
export const wordsFor = (shipment: Shipment, act: Act): string[] => (shipment.platform === 'weapp' ? toWeChat(shipment, act) : toAlipay(shipment, act))

/** Gives a shipment to its shop. Throws a sentence where that did not succeed. */
export const send = (shipment: Shipment, act: Act): void => runTool(tools[shipment.platform], wordsFor(shipment, act), shipment.root, shipment.environment)
