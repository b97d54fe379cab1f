import { PlayedCanvas } from '../played-canvas'

/** A phone's canvas and album, and whether it lets this mini-program put pictures there. */
export class Album {
  readonly canvas = new PlayedCanvas()
  /** What was saved, as files. */
  readonly pictures: Buffer[] = []
  allowed = true
}
