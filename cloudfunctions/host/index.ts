export { serve, untilStopped } from './serve'
