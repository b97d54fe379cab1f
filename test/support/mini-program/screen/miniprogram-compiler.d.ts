declare module 'miniprogram-compiler' {
  interface Options {
    /** bytes the compiler may write */
    maxBuffer?: number
  }
  /** JavaScript returning `$gwx(file)`; throws the compiler's message with file:line:col. */
  export function wxmlToJs(root: string, options?: Options): string
  export function wxssToJs(root: string, options?: Options): string
}
