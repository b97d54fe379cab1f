/** How it is made sure who acts. */
export { FaceCheck as CheckScreen } from './face-check'
