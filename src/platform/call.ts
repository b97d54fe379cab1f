/** How this build reaches the cloud functions. */
export { httpsCall as call } from './https-call'
