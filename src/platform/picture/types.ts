/** As much of a browser's 2D context as every platform's canvas has. */
export type Pen = Pick<CanvasRenderingContext2D, 'fillRect' | 'fillStyle' | 'fillText' | 'font' | 'measureText' | 'textBaseline'>

/** A picture so wide, in pixels. `draw` answers how tall it has become: it is called once to learn that, and once more in that size. */
export interface Picture {
  readonly width: number
  readonly draw: (pen: Pen) => number
}

/**
 * What became of saving it. `refused`: the platform has no leave for the album, which its settings of this mini-program give;
 * `phoneRefused`: the platform itself has none of the phone; `notAgreed`: its privacy notice was not agreed to, and is shown again next time.
 */
export type Saved = 'saved' | 'downloaded' | 'refused' | 'phoneRefused' | 'notAgreed' | 'cancelled' | 'failed'
