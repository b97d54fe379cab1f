/** How it is made sure who acts, and then done. */
export { PlainCheckStep as CheckStep } from './plain-check-step'
