export { serve, untilStopped, type Served, type ServeOptions } from './serve'
