import { platformsFile } from './build.mjs'

const none = { address: undefined, environment: {}, close: async () => undefined }

const play = async ({ NODE_ENV, SANDBOX, WECHAT_APP_ID, ALIPAY_APP_ID }) => {
  if (NODE_ENV === 'production' || SANDBOX === '0' || WECHAT_APP_ID || ALIPAY_APP_ID) return none
  const { startPlatforms } = await import(platformsFile)
  // who signed in before the last start is still somebody
  return startPlatforms({ everyone: true })
}

/**
 * Runs with WeChat's and Alipay's servers played on this machine, and stops them afterwards. In production, without the sandbox, or
 * where one of the real ones is set up, none is played and `address` is undefined.
 */
export const withPlatforms = async (environment, run) => {
  const { address, environment: settings, close } = await play(environment)
  try {
    return await run({ address, environment: { ...environment, ...settings } })
  } finally {
    await close()
  }
}
