import { SignInFlow } from '@/features/session/sign-in-flow'

const SignInPage = () => <SignInFlow />

export default SignInPage
