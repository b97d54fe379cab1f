import { existsSync } from 'node:fs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The Chromium the browser tests use: CHROMIUM_PATH, or where systems usually keep it; undefined when there is none. */
export const findBrowser = () => [process.env.CHROMIUM_PATH, ...usual].find((path) => path && existsSync(path))
