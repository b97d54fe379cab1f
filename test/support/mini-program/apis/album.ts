import { ApiFailure, asyncApis, textOf } from './callbacks'
import type { ApiContext, Apis } from './context'

const drawnFile = 'http://tmp/drawn.png'

/** Drawing on a canvas, and putting what was drawn in the album; both platforms know a refusal by other words. */
export function albumApis(context: ApiContext): Apis {
  const { album } = context
  const files = new Map<string, string>()
  const refusal = () => new ApiFailure('auth deny', context.platform === 'alipay' ? { error: 2001 } : {})
  return {
    createSelectorQuery: () => selectorQuery(context),
    ...asyncApis(context, {
      canvasToTempFilePath: ({ canvas, destWidth, destHeight }) => {
        if (canvas !== album.canvas || destWidth !== album.canvas.width || destHeight !== album.canvas.height) throw new ApiFailure('not as it was drawn')
        files.set(drawnFile, album.canvas.file())
        return { tempFilePath: drawnFile }
      },
      saveImageToPhotosAlbum: ({ filePath }) => {
        if (!album.allowed) throw refusal()
        const file = files.get(textOf(filePath))
        if (file === undefined) throw new ApiFailure('no such file', { error: 17 })
        album.pictures.push(Buffer.from(file, 'base64'))
      },
    }),
  }
}

const steps = ['in', 'selectAll', 'selectViewport', 'boundingClientRect', 'scrollOffset', 'fields', 'context']

/** Nothing is laid out here, so every measurement answers empty; a canvas of the page is one that draws. */
function selectorQuery({ journal, work, album, find }: ApiContext): Record<string, unknown> {
  let [selector, asked] = ['', false]
  const query: Record<string, unknown> = Object.fromEntries(steps.map((step) => [step, () => query]))
  const isCanvas = () => {
    const found = find(selector)
    return found?.localName === 'canvas' && found.getAttribute('type') === '2d'
  }
  return Object.assign(query, {
    select: (given: string) => {
      selector = given
      return query
    },
    node: () => {
      asked = true
      return query
    },
    exec: (callback?: (results: unknown[]) => void) => {
      const finished = work.begin('selector query')
      setImmediate(() => {
        if (callback) journal.guard('selector query', () => callback(asked && isCanvas() ? [{ node: album.canvas }] : []))
        finished()
      })
    },
  })
}
