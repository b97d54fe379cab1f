import { MultiBar, Presets } from 'cli-progress'

/** Shows how much of a file has been read, on a terminal; lines about rows go above it. Elsewhere only the lines are written. */
export interface Progress {
  read(bytes: number): void
  line(text: string): void
  end(): void
}

const plain: Progress = { read: () => undefined, line: (text) => console.log(text), end: () => undefined }

export const progressOf = (totalBytes: number): Progress => {
  if (!process.stdout.isTTY) return plain
  const bars = new MultiBar({ format: '{bar} {percentage}% | {duration_formatted}', hideCursor: true }, Presets.shades_classic)
  const bar = bars.create(totalBytes, 0)
  return {
    read: (bytes) => bar.increment(bytes),
    line: (text) => bars.log(`${text}\n`),
    end: () => bars.stop(),
  }
}
