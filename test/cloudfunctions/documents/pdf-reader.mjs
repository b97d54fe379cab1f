import { parentPort } from 'node:worker_threads'
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The page's fonts: a name, and whether the document carries it. */
const fontsOf = async (page) => {
  const { fnArray, argsArray } = await page.getOperatorList()
  const ids = new Set(argsArray.filter((_, index) => fnArray[index] === OPS.setFont).map(([id]) => id))
  return [...ids].map((id) => page.commonObjs.get(id)).map(({ name, missingFile }) => ({ name, embedded: !missingFile }))
}

const read = async (data) => {
  const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise
  const page = await document.getPage(1)
  const [{ items }, { info }, fonts] = await Promise.all([page.getTextContent(), document.getMetadata(), fontsOf(page)])
  const size = page.view.slice(2).map(Math.round)
  await document.destroy()
  return { pages: document.numPages, size, title: info.Title, text: items.map(({ str }) => str).join(''), fonts }
}

// ended from outside, the library's own streams would be cut off in the middle
parentPort.on('message', async (data) => (data ? parentPort.postMessage(await read(data)) : parentPort.close()))
