import { outletFileLines } from '../import/outlets/generate'
import { writeLines } from './write-lines'

/** `npm run outlets:generate -- N FILE` writes a test list of N outlets; without FILE, with `npm run --silent`, to standard output. */
const [outlets, file] = process.argv.slice(2)

writeLines(outletFileLines(Number(outlets)), file)
