import { partOf, waitForPlace, whereabouts, type Whereabouts } from './whereabouts'

/** Browsers know the world's system only. */
export const coordinates = 'wgs84'

const denied = 1
const late = 3
const why = (cause: unknown) => {
  const code = partOf(cause, 'code')
  if (code === late) return 'timedOut'
  return code === denied ? 'refused' : 'absent'
}

const ask = async (): Promise<GeolocationCoordinates> => {
  const { coords } = await new Promise<GeolocationPosition>((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: waitForPlace }))
  return coords
}

export const locate = (): Promise<Whereabouts> => whereabouts(ask(), coordinates, why)
