import type { VerificationResult } from '@/contract'

/** What the phone is like; a test changes it through the host. */
export interface Device {
  theme: 'light' | 'dark'
  /** the system's text size, 1 is normal */
  fontSizeScaleFactor: number
  language: string
  /** degrees, GCJ-02; undefined when the citizen refuses to share it */
  location: { latitude: number; longitude: number } | undefined
  /** the answer to the request for messages: all of it or the first alone, or none; `forGood` without being asked any more; `off` in the settings */
  subscribe: 'accept' | 'acceptFirst' | 'reject' | 'forGood' | 'off'
  /** how the citizen does before the camera, when a platform checks their face */
  face: VerificationResult
  /** what is chosen from the album, a JPEG; undefined when the citizen changes their mind */
  photo: { base64: string; width: number; height: number } | undefined
}

export const usualDevice: Device = {
  theme: 'light',
  fontSizeScaleFactor: 1,
  language: 'zh_CN',
  location: { latitude: 30.66, longitude: 104.06 },
  subscribe: 'accept',
  face: 'passed',
  photo: undefined,
}
