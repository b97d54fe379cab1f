import { Button } from '@tarojs/components'

interface ConsentButtonProps {
  readonly words: string
  readonly onAgree: () => void
}

/** What WeChat knows the button by. */
export const consentButtonId = 'agree-privacy'

/** WeChat counts a consent only when this very kind of button was tapped. */
export const ConsentButton = ({ words, onAgree }: ConsentButtonProps) => (
  <Button id={consentButtonId} className="tap btn btn-primary consent" openType="agreePrivacyAuthorization" onAgreePrivacyAuthorization={onAgree}>{words}</Button>
)
