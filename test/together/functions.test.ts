import { takeAll } from './take'

takeAll(['cloudfunctions', 'security', 'fuzz', 'histories/'], 300)
