import { pipeline, type Readable } from 'node:stream'
import chain from 'stream-chain'
import { parser } from 'stream-json'
import { ImportFileError } from '../file-error'
import { onlyUtf8 } from '../utf8'
import { collectionReader, type Feature } from './collection'
import { featureRow } from './feature'
import type { RawRow } from './read-rows'

const unreadable = (thrown: unknown, source: Readable, features: number): unknown => {
  if (source.errored || thrown instanceof ImportFileError) return thrown
  const where = features === 0 ? 'before its first feature' : `after feature ${features}`
  return new ImportFileError(`The file is empty, breaks off or is not well-formed GeoJSON ${where}.`)
}

async function* featuresIn(source: Readable): AsyncGenerator<Feature> {
  const collection = collectionReader()
  const features = chain([parser({ streamValues: false }), collection.take])
  pipeline(source, onlyUtf8(), features, () => undefined)
  try {
    yield* features as AsyncIterable<Feature>
  } catch (thrown) {
    throw unreadable(thrown, source, collection.features())
  }
  if (!collection.isCollection()) throw new ImportFileError('The file is not a GeoJSON FeatureCollection.')
}

/** What a GeoJSON file says, feature by feature. Throws an ImportFileError where it is not UTF-8 or no FeatureCollection, or breaks off. */
export async function* geojsonOutlets(source: Readable): AsyncGenerator<RawRow> {
  for await (const { nth, feature } of featuresIn(source)) yield featureRow(feature, nth)
}
