/** The middle dot within a name, as keyboards and files write it: one is as good as another. */
const dots = /\s*[·•・･‧∙⋅．.]\s*/gu

const plain = (name: string): string => name.normalize('NFC').trim().replace(dots, '·')

/** Whether two spellings are of one name: the dot in 阿依·古丽 has many shapes, and none of them makes another person. */
export const isSameName = (a: string, b: string): boolean => plain(a) === plain(b)
