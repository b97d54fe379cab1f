import { wxmlToJs } from 'miniprogram-compiler'
import compileStyles from 'miniprogram-compiler/src/wcsc'

import { filesBelow } from './files'

const outputLimit = 64 * 1024 * 1024

/**
 * Compiles every template and style of a WeChat bundle with WeChat's own compilers (wcc, wcsc).
 * @returns their complaints, each with file, line and column; none when DevTools would take the bundle
 */
export function compileWeapp(dist: string): string[] {
  const styles = filesBelow(dist).filter((file) => file.endsWith('.wxss'))
  return [...templateFaults(dist), ...(styles.length > 0 ? styleFaults(dist, styles) : [])]
}

function templateFaults(dist: string): string[] {
  try {
    wxmlToJs(dist, { maxBuffer: outputLimit })
    return []
  } catch (thrown) {
    return lines(thrown)
  }
}

/** The package's own `wxssToJs` swallows the compiler's message, so the compiler is called beneath it. */
function styleFaults(dist: string, styles: string[]): string[] {
  const names = styles.map((file) => file.replace(/\.wxss$/, ''))
  const compiled = compileStyles(dist, names, { maxBuffer: outputLimit })
  return compiled instanceof Error ? lines(compiled) : []
}

function lines(thrown: unknown): string[] {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return message
    .replace(/^编译 \.wx[ms]+l? 文件错误：/, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('error file count'))
}
