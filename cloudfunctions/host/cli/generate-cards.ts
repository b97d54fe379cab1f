import { cardFileLines } from '../import/generate'
import { writeLines } from './write-lines'

/** `npm run cards:generate -- N FILE` writes a test file of N people; without FILE, with `npm run --silent`, to standard output. */
const [people, file] = process.argv.slice(2)

writeLines(cardFileLines(Number(people)), file)
