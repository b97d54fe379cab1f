import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

/** What a document turns out to be once it is opened. `text`: of its first page, as it is copied; `size`: in points. */
export interface OpenedPdf {
  readonly pages: number
  readonly size: readonly number[]
  readonly title: string
  readonly text: string
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[]
}

export interface PdfReader {
  read(pdf: Uint8Array): Promise<OpenedPdf>
  close(): Promise<void>
}

/** A reader beside the tests, since the library is of another kind of module than they are. */
export const openPdfReader = (): PdfReader => {
  const worker = new Worker(path.join(__dirname, 'pdf-reader.mjs'))
  return {
    read: async (pdf) => {
      worker.postMessage(new Uint8Array(pdf))
      const [opened] = await once(worker, 'message') as [OpenedPdf]
      return opened
    },
    close: async () => {
      worker.postMessage(null)
      await once(worker, 'exit')
    },
  }
}
