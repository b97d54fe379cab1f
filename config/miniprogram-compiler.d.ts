interface CompilerOptions {
  /** bytes the compiler may write */
  maxBuffer?: number
}

declare module 'miniprogram-compiler' {
  /** JavaScript returning `$gwx(file)`; throws the compiler's message with file:line:col. */
  export function wxmlToJs(root: string, options?: CompilerOptions): string
}

declare module 'miniprogram-compiler/src/wcsc' {
  /** Compiles the styles with these names (paths without `.wxss`); returns the compiler's message as an Error, without throwing it. */
  export default function compileStyles(root: string, names: string[], options?: CompilerOptions): Record<string, string> | Error
}
