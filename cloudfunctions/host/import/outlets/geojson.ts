import { pipeline, type Readable } from 'node:stream'
import chain from 'stream-chain'
import { parser } from 'stream-json'
import { pick } from 'stream-json/filters/pick.js'
import { streamArray } from 'stream-json/streamers/stream-array.js'
import { ImportFileError } from '../file-error'
import { onlyUtf8 } from '../utf8'
import { featureRow } from './feature'
import type { RawRow } from './read-rows'

/** Watches what stands at the top of a file while all of it streams by: `type` may come after the features. */
const topOf = () => {
  let [depth, key, type] = [0, '', '']
  const watch = (token: parser.Token): parser.Token => {
    if (token.name.startsWith('start')) depth += 1
    else if (token.name.startsWith('end')) depth -= 1
    else if (depth === 1 && token.name === 'keyValue') key = token.value
    else if (depth === 1 && key === 'type' && token.name === 'stringValue') type = token.value
    return token
  }
  return { watch, isCollection: () => type === 'FeatureCollection' }
}

const unreadable = (thrown: unknown, source: Readable, features: number): unknown => {
  if (source.errored || thrown instanceof ImportFileError) return thrown
  const where = features === 0 ? 'before its first feature' : `after feature ${features}`
  return new ImportFileError(`The file is empty, breaks off or is not well-formed GeoJSON ${where}.`)
}

interface Feature {
  readonly nth: number
  readonly feature: unknown
}

async function* featuresIn(source: Readable): AsyncGenerator<Feature> {
  let last = 0
  // counted as they are parsed: a fault discards the features that wait to be read
  const counted = ({ key, value }: { key: number; value: unknown }): Feature => {
    last = key + 1
    return { nth: last, feature: value }
  }
  const top = topOf()
  const features = chain([parser({ streamValues: false }), top.watch, pick({ filter: 'features' }), streamArray(), counted])
  pipeline(source, onlyUtf8(), features, () => undefined)
  try {
    yield* features as AsyncIterable<Feature>
  } catch (thrown) {
    throw unreadable(thrown, source, last)
  }
  if (!top.isCollection()) throw new ImportFileError('The file is not a GeoJSON FeatureCollection.')
}

/** What a GeoJSON file says, feature by feature. Throws an ImportFileError where it is not UTF-8 or no FeatureCollection, or breaks off. */
export async function* geojsonOutlets(source: Readable): AsyncGenerator<RawRow> {
  for await (const { nth, feature } of featuresIn(source)) yield featureRow(feature, nth)
}
