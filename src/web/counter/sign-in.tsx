import type { StaffOnWire } from '@/contract/counter'
import { SignInForm } from './sign-in-form'
import { useWords } from './words'

/** `left`: whoever was here was away for too long. */
export const SignIn = ({ left, onIn }: { readonly left: boolean; readonly onIn: (member: StaffOnWire) => void }) => {
  const { w, change } = useWords()
  return (
    <main className="door">
      <div className="sheet">
        <h1>{w.title}</h1>
        <p>{left ? w.signIn.left : w.signIn.title}</p>
        <SignInForm staffId="" onIn={onIn} />
        <button type="button" className="plain" onClick={change}>{w.other}</button>
      </div>
    </main>
  )
}
