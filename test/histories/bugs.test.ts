import { expectFoundOut, worstBugs } from './found-out'

jest.setTimeout(300_000)

expectFoundOut(worstBugs)
