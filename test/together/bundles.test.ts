import { takeAll } from './take'

takeAll(['e2e'], 300)
