import { takeAll } from './take'

takeAll(['browser'], 300)
