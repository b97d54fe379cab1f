import path from 'node:path'
import { shipApp } from './ship-app'
import { shipFunctions } from './ship-functions'

/** `npm run ship:weapp`, `ship:alipay`, `ship:functions`. */
const root = path.resolve(__dirname, '../..')

const ship = (what: string | undefined, args: string[]): boolean | Promise<boolean> => {
  if (what === 'weapp' || what === 'alipay') return shipApp(root, what, args, process.env)
  if (what === 'functions') return shipFunctions(root, args, process.env)
  throw new Error('There is weapp, alipay and functions to be shipped.')
}

const main = async (): Promise<void> => {
  try {
    const [what, ...args] = process.argv.slice(2)
    process.exitCode = (await ship(what, args)) ? 0 : 1
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : 'It failed.'}\n`)
    process.exitCode = 1
  }
}

void main()
