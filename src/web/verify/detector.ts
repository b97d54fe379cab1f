/** A reader of codes in pictures, which some browsers have (Shape Detection API). */
interface Detector {
  detect(picture: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector

const isDetector = (value: unknown): value is DetectorClass => typeof value === 'function'
const found = (): unknown => Reflect.get(window, 'BarcodeDetector')

/** Whether the camera can be read here. */
export const canScan = (): boolean => isDetector(found()) && 'mediaDevices' in navigator

export const detectorHere = (): Detector | null => {
  const Found = found()
  return isDetector(Found) ? new Found({ formats: ['qr_code'] }) : null
}
