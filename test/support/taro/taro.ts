import type { PlayedCanvas } from '../played-canvas'
import { phone, type PhonePlace, type PhoneRequest } from './phone'

const request = async (asked: PhoneRequest) => ({ statusCode: 200, data: await phone.server(asked) })

interface PrivacyAsked {
  readonly success: (answer: { needAuthorization: boolean }) => void
  readonly fail: () => void
}

/** A picture of the album, as far as the phone gives one. */
const pictureOf = () => {
  const { picture } = phone
  if (!picture) throw { errMsg: 'chooseImage:fail cancel' }
  if ('cause' in picture) throw picture.cause
  return picture
}

interface FileAsked {
  readonly filePath: string
  readonly data?: string
  readonly success: (answer: { data: string }) => void
}

/** The phone's own files: pictures by the quality they were kept at, and what was written. */
const files = {
  readFile: ({ filePath, success }: FileAsked) => success({ data: pictureOf().weighs(Number(filePath.split('@')[1])) }),
  writeFile: ({ filePath, data = '', success }: FileAsked) => {
    phone.files.set(filePath, data)
    success({ data: '' })
  },
  unlink: ({ filePath }: FileAsked) => phone.files.delete(filePath),
}

interface Found {
  readonly node: PlayedCanvas
}

/** What is on the page: its canvas, where it has one. */
const query = {
  select: (selector: string) => ({
    node: () => ({ exec: (tell: (found: readonly (Found | null)[]) => void) => tell([document.querySelector(selector) && phone.canvas ? { node: phone.canvas } : null]) }),
  }),
}

/** The edge of `@tarojs/taro` that `src/platform` touches, over the phone of the test. */
const Taro = {
  request,
  getStorageSync: (key: string) => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => phone.storage.set(key, value),
  removeStorageSync: (key: string) => phone.storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...phone.storage.keys()] }),
  onAppShow: phone.shown.on,
  offAppShow: phone.shown.off,
  onNetworkStatusChange: phone.networkChanged.on,
  offNetworkStatusChange: phone.networkChanged.off,
  getNetworkType: async () => ({ networkType: phone.online ? 'wifi' : 'none' }),
  onThemeChange: phone.themeChanged.on,
  offThemeChange: phone.themeChanged.off,
  getAppBaseInfo: () => ({ theme: phone.theme, language: 'zh_CN' }),
  getWindowInfo: () => ({ windowWidth: 375, windowHeight: 667 }),
  navigateTo: async ({ url }: { url: string }) => phone.opened.push(url),
  redirectTo: async ({ url }: { url: string }) => phone.opened.push(`replace ${url}`),
  reLaunch: async ({ url }: { url: string }) => phone.opened.push(`relaunch ${url}`),
  pageScrollTo: async ({ scrollTop }: { scrollTop: number }) => phone.scrolled.push(scrollTop),
  navigateBack: async () => phone.opened.push('back'),
  getCurrentPages: () => Array.from({ length: phone.pages }, () => ({ route: phone.route })),
  makePhoneCall: async ({ phoneNumber }: { phoneNumber: string }) => phone.called.push(phoneNumber),
  setClipboardData: async ({ data }: { data: string }) => phone.copied.push(data),
  getLocation: () => phone.where(),
  getFuzzyLocation: () => phone.where(),
  getPrivacySetting: ({ success, fail }: PrivacyAsked) => (phone.needsConsent === null ? fail() : success({ needAuthorization: phone.needsConsent })),
  openPrivacyContract: () => {
    phone.noticesOpened += 1
  },
  openLocation: async ({ name, latitude, longitude }: PhonePlace & { name: string }) => phone.mapped.push({ name, latitude, longitude }),
  env: { USER_DATA_PATH: 'files' },
  chooseImage: async () => {
    pictureOf()
    return { tempFilePaths: ['picture'] }
  },
  getImageInfo: async () => pictureOf(),
  compressImage: async ({ src, quality }: { src: string; quality: number }) => ({ tempFilePath: `${src}@${quality}` }),
  getFileSystemManager: () => files,
  createSelectorQuery: () => query,
  canvasToTempFilePath: async ({ canvas }: { canvas: PlayedCanvas }) => {
    phone.files.set('drawn.png', canvas.file())
    return { tempFilePath: 'drawn.png' }
  },
  openSetting: async () => {
    phone.settingsOpened += 1
    phone.inSettings()
  },
  saveImageToPhotosAlbum: async ({ filePath }: { filePath: string }) => {
    if (phone.albumShut) throw phone.albumShut
    phone.saved.push(phone.files.get(filePath) ?? '')
  },
  openDocument: async ({ filePath }: { filePath: string }) => phone.documents.push(phone.files.get(filePath) ?? ''),
  setNavigationBarTitle: async ({ title }: { title: string }) => phone.titles.push(title),
}

export const useRouter = () => ({ params: phone.params, path: '/' })

export default Taro
