import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './aria-attributes.json'
import components from './aria-components.json'

// property keys are indexes into this very list, so it must be the one the templates were built from
mergeInternalComponents(Object.fromEntries(components.map((name) => [name, attributes])))
