import { Button } from '@tarojs/components'

interface ConsentButtonProps {
  readonly words: string
  readonly onAgree: () => void
}

/** WeChat counts a consent only when this very kind of button was tapped. */
export const ConsentButton = ({ words, onAgree }: ConsentButtonProps) => (
  <Button className="tap btn btn-primary consent" openType="agreePrivacyAuthorization" onAgreePrivacyAuthorization={onAgree}>{words}</Button>
)
