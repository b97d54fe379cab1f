import { useCopy } from '@/copy/context'
import { Screen } from '@/features/screen/screen'
import { SignInView } from '@/features/session/sign-in-view'
import { back, goHome } from '@/platform/navigation'

const SignInPage = () => {
  const { t } = useCopy()
  return (
    <Screen task title={t.screens.signIn} onBack={() => void back()}>
      <SignInView onSignedIn={() => void goHome()} />
    </Screen>
  )
}

export default SignInPage
